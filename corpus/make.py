"""Makes the corpus: trains every run of the plan that is not there yet, and writes its log and its truth.

    python3 corpus/make.py [--only NAME] [--framework torch|keras] [--redo]
    python3 corpus/make.py --list       # one line a run
    python3 corpus/make.py --check      # three tiny runs afresh against the committed ones
"""

import argparse
import json
import math
import os
import re
import shutil
import subprocess
import sys
import tempfile

import capture
import plan
import rates
import symptoms

HERE = os.path.dirname(os.path.abspath(__file__))
RUNS = os.path.join(HERE, "runs")
WORK = os.path.join(HERE, ".work")
LIMIT = 60_000
CHECKED = ("torch-digits-healthy-1", "torch-digits-lr-too-high-strong-1", "keras-digits-healthy-1")


def versions(run):
    """The versions of what trained it."""
    names = ("keras", "tensorflow") if run["framework"] == "keras" else ("torch",)
    code = "import importlib.metadata as m, sys, json; print(json.dumps({n: m.version(n) for n in sys.argv[1:]}))"
    wanted = [*names, "numpy", "scikit-learn"]
    if run["framework"] == "keras":
        wanted[1] = "tensorflow_cpu"
    out = subprocess.run([rates.python_for(run["script"]), "-c", code, *wanted], capture_output=True, check=True)
    return json.loads(out.stdout)


def number(x):
    """A number for JSON: six digits, and null for NaN and infinities."""
    return None if x is None or not math.isfinite(x) else float(f"{x:.6g}")


def final_numbers(result):
    """The last numbers of a run by one set of names, whichever framework wrote them."""
    if result is None:
        return None
    c = symptoms.curve(result)
    final = {"loggedTrainLoss": c["train"][-1], "valLoss": c["val"][-1]}
    if c["accuracy"]:
        final["valAccuracy"] = c["accuracy"][-1]
    if "final" in result:
        final["trainLoss"] = result["final"]["train"]["loss"]
        final["trainAccuracy"] = result["final"]["train"].get("accuracy")
        final["testAccuracy"] = result["final"].get("test", {}).get("accuracy")
    else:
        final["trainAccuracy"] = (c["trainAccuracy"] or [None])[-1]
        if c["accuracy"] and result["test"]:
            final["testAccuracy"] = result["test"][1]
    return {k: number(v) for k, v in final.items() if v is not None}


def facts_of(result, run):
    """What a question may mention: counts, sizes and settings."""
    if result is None:
        return dict(run["facts"])
    s = result["settings"]
    facts = {k: v for k, v in result.items() if k not in ("settings", "history", "final", "test")}
    facts.update(lr=s["lr"], batch=s["batch"] if s["batch"] > 0 else max(1, result["nTrain"] // -s["batch"]))
    return {**facts, "epochs": s["epochs"], "dropout": s["dropout"], "weightDecay": s["weight_decay"], "width": s["width"]}


def question_text(run, facts, final):
    """The question with its numbers put in."""
    values = {k: f"{v:g}" if isinstance(v, float) else v for k, v in {**facts, **(final or {})}.items()}
    percent = {k + "Percent": f"{100 * v:.0f}" for k, v in (final or {}).items() if "Accuracy" in k and v is not None}
    return run["question"].format(**values, **percent)


def twin_of(run):
    """A healthy run that the plan names, or else the same training without the fault, kept in the work folder."""
    if run["fault"] is None or not symptoms.COMPARED.intersection(run["expect"]):
        return None
    healthy = next((r for r in plan.RUNS if r["name"] == run["twin"]), None)
    if healthy and os.path.exists(os.path.join(WORK, healthy["name"] + ".json")):
        with open(os.path.join(WORK, healthy["name"] + ".json"), encoding="utf-8") as f:
            return json.load(f)
    wanted = healthy["options"] if healthy else run["twin"] or run["options"]
    options = re.sub(r" ?--(fault|strength|style) \S+| ?--summary", "", wanted)
    key = re.sub(r"[^a-z0-9.]+", "_", f"{run['script']} {options}".lower())
    path = os.path.join(WORK, "twins", key + ".json")
    if not os.path.exists(path):
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with tempfile.TemporaryDirectory(dir=WORK) as folder:
            capture.run_script({**run, "options": options.strip(), "style": "lines"}, folder, False)
            os.replace(shutil.copy(os.path.join(folder, "result.json"), path + ".part"), path)
    with open(path, encoding="utf-8") as f:
        return json.load(f)


def make(run):
    """Train a run and write its folder; a folder appears whole or not at all."""
    os.makedirs(WORK, exist_ok=True)
    target = os.path.join(RUNS, run["name"])
    with tempfile.TemporaryDirectory(dir=WORK) as folder:
        text, result = capture.run_script(run, folder, True)
        out = os.path.join(folder, "out")
        os.makedirs(out)
        if run["input"] == "log.txt":
            text = capture.without_paths(text)
            if len(text.encode()) > LIMIT:
                print(f"  {run['name']}: log of {len(text.encode())} bytes is over the limit")
            with open(os.path.join(out, "log.txt"), "w", encoding="utf-8", newline="") as f:
                f.write(text)
        else:
            shutil.move(os.path.join(folder, run["input"]), out)
            capture.without_host(out)
        twin = twin_of(run)
        lacking = symptoms.missing(result, twin, run["expect"]) if result else []
        if (result is None) != ("crash" in run["expect"]):
            lacking.append("crash")
        os.makedirs(RUNS, exist_ok=True)
        write_truth(out, run, final_numbers(result), facts_of(result, run), final_numbers(twin), versions(run))
        shutil.rmtree(target, ignore_errors=True)
        os.replace(out, target)
    if result:
        with open(os.path.join(WORK, run["name"] + ".json"), "w", encoding="utf-8") as f:
            json.dump(result, f)
    return lacking


def write_truth(folder, run, final, facts, twin, found):
    """truth.json: what is wrong with the run, how we know, and what its owner would ask."""
    truth = {
        "name": run["name"],
        "framework": run["framework"],
        "versions": found,
        "script": "corpus/" + run["script"],
        "command": f"python3 corpus/{run['script']} {run['options']}",
        "fault": run["fault"],
        "strength": run["strength"],
        "seed": run["seed"],
        "dataset": run["dataset"],
        "architecture": run["architecture"],
        "style": run["style"],
        "input": run["input"],
        "verdict": run["verdict"],
        "accept": run["accept"],
        "expect": run["expect"],
        "heldOut": run["heldOut"],
        "language": run["language"],
        "question": question_text(run, facts, final),
        "final": final,
        "twin": twin,
        "facts": facts,
    }
    part = os.path.join(folder, "truth.json.part")
    with open(part, "w", encoding="utf-8") as f:
        json.dump(truth, f, indent=2, ensure_ascii=False)
        f.write("\n")
    os.replace(part, os.path.join(folder, "truth.json"))


def read_truth(name):
    path = os.path.join(RUNS, name, "truth.json")
    if not os.path.exists(path):
        return None
    with open(path, encoding="utf-8") as f:
        return json.load(f)


def list_runs():
    """Print one line a run, and what the corpus holds in all."""
    count = {}
    for run in plan.RUNS:
        t = read_truth(run["name"])
        if t is None:
            print(f"{run['name']:46s} (not made)")
            continue
        final = " ".join(f"{k}={v}" for k, v in (t["final"] or {}).items())
        held = " held-out" if t["heldOut"] else ""
        print(f"{t['name']:46s} {t['verdict']:8s} {','.join(t['accept']):60s} {final}{held}")
        key = (t["framework"], t["verdict"] + held)
        count[key] = count.get(key, 0) + 1
    for key in sorted(count):
        print(f"{key[0]:6s} {key[1]:18s} {count[key]}")


def check(framework):
    """Train a few runs afresh and compare them with the committed ones; the numbers may differ, the kind may not."""
    wrong = []
    for run in plan.RUNS:
        if run["name"] not in CHECKED or framework not in (None, run["framework"]):
            continue
        with tempfile.TemporaryDirectory() as folder:
            text, result = capture.run_script(run, folder, True)
        with open(os.path.join(RUNS, run["name"], "log.txt"), encoding="utf-8", newline="") as f:
            committed = f.read()
        skeletons = [re.sub(r"[-+.\d]+(e[-+]?\d+)?|nan|inf", "#", t).splitlines() for t in (text, committed)]
        missed = symptoms.missing(result, None, [e for e in run["expect"] if e != "worse"])
        score = final_numbers(result).get("valAccuracy")
        same = set(skeletons[0]) == set(skeletons[1]) and len(skeletons[0]) == len(skeletons[1])
        sane = score > 0.85 if run["verdict"] == "healthy" else score < 0.85
        print(f"{run['name']}: layout {'same' if same else 'DIFFERS'}, val accuracy {score}, missing {missed}")
        if not (same and sane) or missed:
            wrong.append(run["name"])
    sys.exit(1 if wrong else 0)


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--only", help="only runs whose name contains this")
    p.add_argument("--framework", choices=("torch", "keras"))
    p.add_argument("--redo", action="store_true", help="train again what is there")
    p.add_argument("--list", action="store_true")
    p.add_argument("--check", action="store_true")
    args = p.parse_args()
    if args.list:
        return list_runs()
    if args.check:
        return check(args.framework)
    for run in plan.RUNS:
        if (args.only and args.only not in run["name"]) or args.framework not in (None, run["framework"]):
            continue
        t = read_truth(run["name"])
        same = t is not None and t["command"] == f"python3 corpus/{run['script']} {run['options']}"
        if same and not args.redo:
            write_truth(os.path.join(RUNS, run["name"]), run, t["final"], t["facts"], t["twin"], t["versions"])
            continue
        lacking = make(run)
        final = read_truth(run["name"])["final"]
        print(run["name"], final, "LACKS " + ",".join(lacking) if lacking else "ok", flush=True)


if __name__ == "__main__":
    main()
