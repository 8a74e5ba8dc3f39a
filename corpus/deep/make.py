"""Makes the corpus with depth: trains every run of the plan that is not there yet under the recorder, and writes its truth.

    npm run corpus [-- --only NAME] [--redo | --stale]
    npm run corpus -- --list            # one line a run
    npm run corpus -- --show NAME       # the program as it ran, and its arguments
    npm run corpus -- --check           # a few runs afresh: the same symptoms, and the recorder changes no digit
"""

import argparse
import hashlib
import json
import math
import os
import shutil
import subprocess
import sys
import tempfile

import bases
import patch
import plan
import record
import train

RUNS = os.path.join(patch.HERE, "runs")
WORK = os.path.join(os.path.dirname(patch.HERE), ".work", "deep")
CHECKED = ("digits-mlp-rate-high-strong-3", "diabetes-mlp-broadcast-1", "docstrings-transformer-healthy-1", "ecg-lstm-healthy-1")


def number(x):
    """A number for JSON: six digits, and null for NaN and infinities."""
    return float(f"{x:.6g}") if math.isfinite(x) else None


def final(scores):
    """The last number of each score that was printed."""
    return {name: number(column[-1]) for name, column in scores.items() if column}


def twin_scores(run):
    """The scores of the healthy twin, trained without the recorder once and kept in the work folder."""
    twin = run["twin"]
    built = patch.build(run["program"], {**twin["settings"], "seed": run["seed"]}, twin["changes"], run["strength"])
    key = hashlib.sha256(json.dumps([*built, twin["first"]]).encode()).hexdigest()[:16]
    path = os.path.join(WORK, f"{run['program']}-{key}.json")
    if not os.path.exists(path):
        os.makedirs(WORK, exist_ok=True)
        scores, printed, _, code = train.train(
            run["program"], twin["settings"], twin["changes"], run["strength"], run["seed"], first=twin["first"])
        if code:
            raise RuntimeError(f"the twin of {run['name']} failed:\n{printed[-2000:]}")
        with open(path + ".part", "w", encoding="utf-8") as f:
            json.dump(scores, f)
        os.replace(path + ".part", path)
    with open(path, encoding="utf-8") as f:
        return json.load(f)


def versions():
    """The versions of what trains, and the state of the recorder."""
    code = "import json, numpy, sklearn, torch; print(json.dumps([m.__version__ for m in (torch, numpy, sklearn)]))"
    done = subprocess.run([train.python(), "-c", code], capture_output=True, check=True)
    return {**dict(zip(("torch", "numpy", "scikit-learn"), json.loads(done.stdout))), "recorder": record.recorder()}


def make(run, found):
    """Train a run and write its folder; a folder appears whole or not at all. Returns what is said of it."""
    twin = twin_scores(run)
    os.makedirs(WORK, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=WORK) as folder:
        out = os.path.join(folder, "record")
        scores, printed, seconds, code = train.train(
            run["program"], run["settings"], run["changes"], run["strength"], run["seed"], out, run["first"])
        if code:
            return {"name": run["name"], "failed": printed[-1500:]}
        rows = record.clean(record.lines(out))
        whole = os.path.join(folder, "whole")
        os.makedirs(whole)
        size = record.write(os.path.join(whole, record.NAME), rows)
        symptoms = train.symptoms(run["program"], scores, twin)
        truth = truth_of(run, found, final(scores), final(twin), symptoms, record.fatal(rows, run["fatal"] == "stuck"))
        with open(os.path.join(whole, "truth.json"), "w", encoding="utf-8") as f:
            json.dump(truth, f, indent=2, ensure_ascii=False)
            f.write("\n")
        os.makedirs(RUNS, exist_ok=True)
        target = os.path.join(RUNS, run["name"])
        shutil.rmtree(target, ignore_errors=True)
        os.replace(whole, target)
    return {"name": run["name"], "symptoms": symptoms, "bytes": size, "seconds": round(seconds, 1), "final": truth["final"], "twin": truth["twin"]}


def truth_of(run, found, scores, twin, symptoms, fatal):
    """truth.json: what is wrong with the run, and how we know."""
    return {
        "name": run["name"],
        "framework": "torch",
        "versions": found,
        "program": f"corpus/deep/programs/{run['program']}.py",
        "settings": run["settings"],
        "changes": list(run["changes"]),
        "fault": run["fault"],
        "strength": run["strength"],
        "seed": run["seed"],
        "dataset": run["dataset"],
        "architecture": run["architecture"],
        "input": record.NAME,
        "verdict": run["verdict"],
        "accept": run["accept"],
        "expect": symptoms,
        "fatal": fatal,
        "hard": run["hard"],
        "heldOut": run["heldOut"],
        "language": "en",
        "question": "",
        "final": scores,
        "twin": None if run["verdict"] == "healthy" and not run["hard"] else twin,
    }


def read_truth(name):
    path = os.path.join(RUNS, name, "truth.json")
    if not os.path.exists(path):
        return None
    with open(path, encoding="utf-8") as f:
        return json.load(f)


def same(run, truth):
    """Whether the run that is there is the one that the plan asks for."""
    asked = truth_of(run, None, None, None, None, None)
    made = ("settings", "changes", "seed", "strength", "program")
    return truth is not None and all(truth[key] == asked[key] for key in made)


def refresh(run, truth):
    """Write what the plan says anew of a run that need not be trained again."""
    wanted = truth_of(run, truth["versions"], truth["final"], truth["twin"], truth["expect"], truth["fatal"])
    if wanted != truth:
        with open(os.path.join(RUNS, run["name"], "truth.json"), "w", encoding="utf-8") as f:
            json.dump(wanted, f, indent=2, ensure_ascii=False)
            f.write("\n")


def wrong(run, made):
    """What a made run lacks: an ill one its symptom, a healthy one its health."""
    if "failed" in made:
        return "FAILED " + made["failed"]
    if run["verdict"] == "ill":
        return "" if made["symptoms"] else "LACKS a symptom"
    return "LOOKS ILL" if any(s == "nan" or s.startswith("worse") and s.split()[1] == bases.SCORES[run["program"]][0][0] for s in made["symptoms"]) else ""


def list_runs():
    """Print one line a run, and what the corpus holds in all."""
    size = 0
    for run in plan.RUNS:
        truth = read_truth(run["name"])
        if truth is None:
            print(f"{run['name']:52s} (not made)")
            continue
        size += os.path.getsize(os.path.join(RUNS, run["name"], record.NAME))
        held = " held-out" if truth["heldOut"] else ""
        print(f"{run['name']:52s} {truth['verdict']:8s} {','.join(truth['accept'][:2]):50s} {','.join(truth['expect'])}{held}")
    print(f"{len(plan.RUNS)} runs, {size / 2**20:.1f} MiB")


def built(run):
    """The text and the arguments of a run's program; raises what is wrong with them."""
    text, arguments = patch.build(run["program"], {**run["settings"], "seed": run["seed"]}, run["changes"], run["strength"])
    compile(text, run["name"], "exec")
    return text, arguments


def check():
    """Build every run, and train a few afresh, with the recorder and without: the same digits, and symptoms where it is ill."""
    bad = False
    for run in plan.RUNS:
        built(run)
    for run in (r for r in plan.RUNS if r["name"] in CHECKED):
        twin = twin_scores(run)
        how = (run["program"], run["settings"], run["changes"], run["strength"], run["seed"])
        with tempfile.TemporaryDirectory() as folder:
            seen = train.train(*how, record=os.path.join(folder, "record"))
            kept = len(record.lines(os.path.join(folder, "record")))
        plain = train.train(*how)
        symptoms = train.symptoms(run["program"], seen[0], twin)
        # numbers, not text: a warning of PyTorch names the line that called it, which under the recorder is its own
        fine = json.dumps(seen[0]) == json.dumps(plain[0]) and bool(symptoms) == (run["verdict"] == "ill") and kept > 10
        bad = bad or not fine
        print(f"{run['name']}: {'fine' if fine else 'DIFFERS'}, {kept} lines, {symptoms}")
    sys.exit(1 if bad else 0)


def show(name):
    run = next(r for r in plan.RUNS if r["name"] == name)
    text, arguments = built(run)
    print(text + "\n# python3 " + " ".join([run["program"] + ".py", *arguments]))


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--only", help="only runs whose name contains this")
    p.add_argument("--redo", action="store_true", help="train again what is there")
    p.add_argument("--stale", action="store_true", help="train again what another state of the recorder watched")
    p.add_argument("--list", action="store_true")
    p.add_argument("--check", action="store_true")
    p.add_argument("--show", metavar="NAME")
    args = p.parse_args()
    if args.list or args.check or args.show:
        return list_runs() if args.list else check() if args.check else show(args.show)
    found = versions()
    for run in plan.RUNS:
        if args.only and args.only not in run["name"]:
            continue
        truth = read_truth(run["name"])
        stale = truth and truth["versions"].get("recorder") != found["recorder"]
        if same(run, truth) and not args.redo and not (args.stale and stale):
            refresh(run, truth)
            continue
        made = make(run, found)
        print(json.dumps(made), wrong(run, made), flush=True)


if __name__ == "__main__":
    main()
