"""Makes the cases of "the loss is small but the predictions are poor": eighty small trainings whose truth is known.

    python3 corpus/inspect/make.py [FOLDER] [--only NAME] [--jobs 2] [--seeds N]
    python3 corpus/inspect/make.py [FOLDER] --list      # one line a case that is there

A case that is there is left alone. This folder must have no __init__.py: it would hide Python's own `inspect`.
"""

import argparse
import json
import math
import multiprocessing
import os
import shutil
import sys
import time
from dataclasses import replace

import data
import faults
import numpy as np
import plan
import train
import verify

FOLDER = os.path.expanduser("~/.cache/whyloss/inspect-cases")
DRAWS = 12
FEW_NOTE = "few columns"


def draw(case, tables):
    """One try: the task with its fault, the trained network, the numbers, and what is lacking."""
    clean = data.load(case.data, case.few, case.seed, tables)
    task = faults.PLANTED[case.fault](clean, case.strength, np.random.default_rng(case.seed), case.how)
    fitted = train.fit(task, case.setup, case.seed)
    numbers, lacks = verify.VERIFIED[case.fault](case, clean, task, fitted)
    return task, fitted, numbers, lacks


def drawn(case, tables):
    """Tries with one seed after another until the case shows what it claims; None where it never does."""
    redrawn = []
    for again in range(DRAWS):
        at = replace(case, seed=case.seed + 1000 * again)
        task, fitted, numbers, lacks = draw(at, tables)
        if not lacks:
            return at, task, fitted, numbers, redrawn
        redrawn.append(", ".join(lacks))
    return None, None, None, None, redrawn


def plain(value):
    """Numbers with six digits, as JSON has them."""
    if isinstance(value, dict):
        return {k: plain(v) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(v) for v in value]
    if isinstance(value, (float, np.floating)):
        return float(f"{value:.6g}") if math.isfinite(value) else None
    return int(value) if isinstance(value, np.integer) else value


def truth_of(case, task, fitted, numbers, redrawn):
    return plain({
        "name": case.name,
        "data": case.data + (f" ({FEW_NOTE})" if case.few else ""),
        "fault": case.fault,
        "strength": case.strength,
        "verdict": "ill" if case.fault else "healthy",
        "accept": faults.ACCEPT[case.fault],
        "heldOut": case.data == data.HELD_OUT,
        "seed": case.seed,
        "metric": "accuracy" if task.classes else "R2",
        "final": verify.scored(fitted.net, task),
        "shown": numbers,
        "redrawn": redrawn,
    })


def make(job):
    """Makes one case in a folder aside and moves it to its place; returns its name and what happened."""
    case, folder = job
    tables = os.path.join(folder, ".tables")
    found, task, fitted, numbers, redrawn = drawn(case, tables)
    if found is None:
        return case.name, None, redrawn
    aside = os.path.join(folder, f".part-{case.name}")
    shutil.rmtree(aside, ignore_errors=True)
    os.makedirs(aside)
    with open(os.path.join(aside, "log.txt"), "w", encoding="utf-8") as file:
        file.write("\n".join(fitted.lines) + "\n")
    for split in data.SPLITS:
        data.write_table(os.path.join(aside, f"{split}.csv"), task, split)
    train.write_model(os.path.join(aside, "model.onnx"), fitted.net, task, found.setup)
    train.write_predictions(aside, fitted.net, task)
    truth = truth_of(found, task, fitted, numbers, redrawn)
    with open(os.path.join(aside, "truth.json"), "w", encoding="utf-8") as file:
        json.dump(truth, file, indent=1)
    os.replace(aside, os.path.join(folder, case.name))
    return case.name, truth, redrawn


def line(truth):
    scores = " ".join(f"{split} {one['loss']:.3g}/{one['score']:.3f}" for split, one in truth["final"].items())
    again = f" redrawn {len(truth['redrawn'])}" if truth["redrawn"] else ""
    return f"{truth['name']:44s} {scores}{again}{' held out' if truth['heldOut'] else ''}"


def there(folder, case):
    path = os.path.join(folder, case.name, "truth.json")
    if not os.path.exists(path):
        return None
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("folder", nargs="?", default=FOLDER)
    p.add_argument("--only", default="", help="only cases whose name contains this")
    p.add_argument("--jobs", type=int, default=2)
    p.add_argument("--seeds", type=int, default=0, help="another set of the same cases, in a folder of its own")
    p.add_argument("--list", action="store_true")
    args = p.parse_args()
    # redraws go in steps of 1000, twelve of them at most
    moved = [replace(case, seed=case.seed + 100_000 * args.seeds) for case in plan.cases()]
    wanted = [case for case in moved if args.only in case.name]
    if args.list:
        for truth in filter(None, (there(args.folder, case) for case in wanted)):
            print(line(truth))
        return
    jobs = [(case, args.folder) for case in wanted if there(args.folder, case) is None]
    if any(case.data == data.HELD_OUT for case, _ in jobs):
        data.export(os.path.join(args.folder, ".tables"))
    os.makedirs(args.folder, exist_ok=True)
    started, failed = time.time(), 0
    with multiprocessing.Pool(max(1, args.jobs)) as pool:
        for name, truth, redrawn in pool.imap_unordered(make, jobs):
            failed += truth is None
            print(line(truth) if truth else f"{name}: never shows its symptom: {'; '.join(redrawn)}", flush=True)
    seconds = time.time() - started
    print(f"{len(jobs) - failed} made, {len(wanted) - len(jobs)} were there, {failed} failed, {seconds:.0f} s")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
