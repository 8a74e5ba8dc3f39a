"""Writes the cases of `npm run score:verify`: each a folder with the program as its owner got it wrong, its healthy twin, its truth.

    python3 corpus/verify/make.py FOLDER [--seed N]

`--seed N` adds N to the seed of each program, for draws that no threshold has seen.
"""

import argparse
import json
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
DEEP = os.path.join(os.path.dirname(HERE), "deep")
sys.path[:0] = [DEEP]

import frameworks  # noqa: E402
import patch  # noqa: E402
import plan as deep  # noqa: E402

sys.path[:0] = [HERE]
del sys.modules["plan"]
import plan  # noqa: E402


def program(folder, run, settings, changes):
    """Writes a program into a folder; the words that call it there."""
    os.makedirs(folder, exist_ok=True)
    text, arguments = patch.build(run["program"], settings, changes, run["strength"])
    file = os.path.basename(patch.path(run["program"]))
    with open(os.path.join(folder, file), "w", encoding="utf-8") as f:
        f.write(text)
    return [frameworks.interpreter(run["framework"]), file, *arguments]


def write(run, home, seed):
    """One case: the program, and how it is called."""
    name = run["name"] if seed == 0 else f"{run['name']}+{seed}"
    folder = os.path.join(home, name)
    own = {"seed": run["seed"] + seed}
    words = program(os.path.join(folder, "work"), run, {**run["settings"], **own}, run["changes"])
    case = {
        "name": name, "fault": run["fault"], "accept": run["accept"], "heldOut": run["heldOut"], "framework": run["framework"],
        "words": words, "env": frameworks.FRAMEWORKS[run["framework"]][2],
        "strength": run["strength"], "dataset": run["dataset"], "architecture": run["architecture"],
    }
    if run["fault"] is not None:
        twin = run["twin"]
        case["twin"] = program(os.path.join(folder, "twin"), run, {**twin["settings"], **own}, twin["changes"])
    with open(os.path.join(folder, "case.json"), "w", encoding="utf-8") as f:
        json.dump(case, f, indent=1)


def main():
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("folder")
    asked.add_argument("--seed", type=int, default=0)
    given = asked.parse_args()
    chosen = list(plan.cases(deep.RUNS))
    for run in chosen:
        write(run, given.folder, given.seed)
    print(f"{len(chosen)} cases in {given.folder}")


if __name__ == "__main__":
    main()
