"""Whether the plan still trains: every program builds, and a run of each framework prints the same digits watched or not."""

import json
import os
import subprocess
import tempfile

import frameworks
import patch
import record
import train
import twin

CHECKED = (
    "digits-mlp-rate-high-strong-3", "diabetes-mlp-broadcast-1", "docstrings-transformer-healthy-1", "ecg-lstm-healthy-1")


def built(run):
    """The text and the arguments of a run's program; raises what is wrong with them."""
    text, arguments = patch.build(run["program"], {**run["settings"], "seed": run["seed"]}, run["changes"], run["strength"])
    if patch.path(run["program"]).endswith(".py"):
        compile(text, run["name"], "exec")
    elif frameworks.is_there(run["framework"]):
        with tempfile.TemporaryDirectory() as folder:
            file = os.path.join(folder, "program.mjs")
            with open(file, "w", encoding="utf-8") as f:
                f.write(text)
            subprocess.run([frameworks.interpreter(run["framework"]), "--check", file], check=True)
    return text, arguments


def chosen(runs):
    """The runs that are trained anew: a few of PyTorch, and of each other framework the first healthy one."""
    found = [run for run in runs if run["name"] in CHECKED]
    for framework in frameworks.FRAMEWORKS:
        healthy = [run for run in runs if run["framework"] == framework != "torch" and run["verdict"] == "healthy"]
        if healthy and frameworks.is_there(framework):
            found.append(healthy[0])
        elif healthy:
            print(f"{framework}: left out, {frameworks.interpreter(framework)} is not there")
    return found


def check(runs):
    """Build every run, and train a few afresh, with the recorder and without. Returns whether all is as told."""
    for run in runs:
        built(run)
    return all([again(run) for run in chosen(runs)])


def again(run):
    """Whether a run has the same digits watched and unwatched, and symptoms where it is ill."""
    how = (run["program"], run["settings"], run["changes"], run["strength"], run["seed"])
    with tempfile.TemporaryDirectory() as folder:
        out = os.path.join(folder, "record")
        seen, printed, _, code = train.train(*how, record=out, first=run["first"], framework=run["framework"])
        if code:
            print(f"{run['name']}: FAILS\n{printed[-1500:]}")
            return False
        try:
            kept = len(record.lines(out, run["framework"]))
        except ValueError as error:
            print(f"{run['name']}: FAILS, {error}")
            return False
    plain = train.train(*how, first=run["first"], framework=run["framework"])
    symptoms = train.symptoms(run["program"], seen, twin.scores(run))
    # numbers, not text: a warning of PyTorch names the line that called it, which under the recorder is its own
    least = 2 if run["framework"] == "scikit-learn" else 10
    fine = json.dumps(seen) == json.dumps(plain[0]) and bool(symptoms) == (run["verdict"] == "ill") and kept > least
    print(f"{run['name']}: {'fine' if fine else 'DIFFERS'}, {kept} lines, {symptoms}")
    return fine
