"""Makes the corpus with depth: trains every run of the plan that is not there yet under the recorder, and writes its truth.

    npm run corpus [-- --only NAME] [--framework NAME] [--redo | --stale]
    npm run corpus -- --list            # one line a run
    npm run corpus -- --show NAME       # the program as it ran, and its arguments
    npm run corpus -- --check           # a few runs of each framework afresh: the same symptoms, and the recorder changes no digit
"""

import argparse
import json
import math
import os
import shutil
import sys
import tempfile

import bases
import check
import frameworks
import patch
import plan
import record
import train
import twin

RUNS = os.path.join(patch.HERE, "runs")


def number(x):
    """A number for JSON: six digits, and null for NaN and infinities."""
    return float(f"{x:.6g}") if math.isfinite(x) else None


def final(scores):
    """The last number of each score that was printed."""
    return {name: number(column[-1]) for name, column in scores.items() if column}


def versions(framework):
    """The versions of what trains, and the state of the recorder."""
    return {**frameworks.versions(framework), "recorder": record.recorder(framework)}


def make(run, found):
    """Train a run and write its folder; a folder appears whole or not at all. Returns what is said of it."""
    other = twin.scores(run)
    os.makedirs(twin.WORK, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=twin.WORK) as folder:
        out = os.path.join(folder, "record")
        scores, printed, seconds, code = train.train(
            run["program"], run["settings"], run["changes"], run["strength"], run["seed"], out, run["first"],
            run["framework"])
        if code:
            return {"name": run["name"], "failed": printed[-1500:]}
        try:
            rows = record.clean(record.lines(out, run["framework"]))
        except ValueError as error:
            return {"name": run["name"], "failed": f"{run['framework']}: {error}"}
        whole = os.path.join(folder, "whole")
        os.makedirs(whole)
        size = record.write(os.path.join(whole, record.NAME), rows)
        symptoms = train.symptoms(run["program"], scores, other)
        truth = truth_of(run, found, final(scores), final(other), symptoms, record.fatal(rows, run["fatal"] == "stuck"))
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
        "framework": run["framework"],
        "versions": found,
        "program": f"corpus/deep/programs/{os.path.basename(patch.path(run['program']))}",
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
    made = ("framework", "settings", "changes", "seed", "strength", "program")
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


def show(name):
    run = next(r for r in plan.RUNS if r["name"] == name)
    text, arguments = check.built(run)
    print(text + "\n# " + " ".join([run["framework"], os.path.basename(patch.path(run["program"])), *arguments]))


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--only", help="only runs whose name contains this")
    p.add_argument("--framework", choices=list(frameworks.FRAMEWORKS), help="only runs of this framework")
    p.add_argument("--redo", action="store_true", help="train again what is there")
    p.add_argument("--stale", action="store_true", help="train again what another state of the recorder watched")
    p.add_argument("--list", action="store_true")
    p.add_argument("--check", action="store_true")
    p.add_argument("--show", metavar="NAME")
    args = p.parse_args()
    if args.list or args.check or args.show:
        return list_runs() if args.list else sys.exit(not check.check(plan.RUNS)) if args.check else show(args.show)
    complete(args)


def complete(args):
    """Train what is missing, or is asked for again, of the frameworks that are here."""
    state, away = {name: record.recorder(name) for name in frameworks.FRAMEWORKS}, set()
    for run in plan.RUNS:
        if args.only and args.only not in run["name"] or args.framework and args.framework != run["framework"]:
            continue
        truth = read_truth(run["name"])
        stale = truth and truth["versions"].get("recorder") != state[run["framework"]]
        if same(run, truth) and not args.redo and not (args.stale and stale):
            refresh(run, truth)
        elif frameworks.is_there(run["framework"]):
            made = make(run, versions(run["framework"]))
            print(json.dumps(made), wrong(run, made), flush=True)
        else:
            away.add(run["framework"])
    for framework in sorted(away):
        print(f"{framework}: not trained, {frameworks.interpreter(framework)} is not there")


if __name__ == "__main__":
    main()
