"""Trains one variant of a program in a folder of its own, under the recorder or without it, and reads its scores."""

import math
import os
import subprocess
import tempfile
import time

import bases
import frameworks
import patch

PATIENCE = 120


def train(program, settings, names, strength=None, seed=1, record=None, first=None, framework="torch"):
    """
    Train once. `first` are settings of a training in the same folder before it, of which only the files stay (a
    checkpoint to resume from). Returns (scores, what was printed, seconds, exit code).
    """
    with tempfile.TemporaryDirectory() as folder:
        frameworks.prepare(framework, folder)
        if first is not None:
            once(folder, patch.build(program, {**settings, **first, "seed": seed}, names, strength), program, None, framework)
        built = patch.build(program, {**settings, "seed": seed}, names, strength)
        start = time.time()
        done = once(folder, built, program, record, framework)
        printed = done.stdout.decode("utf-8", "replace")
        return bases.curves(program, printed), printed, time.time() - start, done.returncode


def once(folder, built, program, record, framework):
    """Run the program that was built; standard error goes to standard output, as people see it."""
    text, arguments = built
    file = os.path.basename(patch.path(program))
    with open(os.path.join(folder, file), "w", encoding="utf-8") as f:
        f.write(text)
    return subprocess.run(
        [frameworks.interpreter(framework), file, *arguments], cwd=folder, env=frameworks.environment(framework, record),
        timeout=PATIENCE, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)


def symptoms(program, scores, twin):
    """What is wrong in the printed numbers, beside a healthy twin's: names of symptoms, none where nothing is."""
    found = []
    values = [v for column in scores.values() for v in column]
    if any(not math.isfinite(v) for v in values):
        found.append("nan")
    for name, _, more in bases.SCORES[program]:
        column, other = scores[name], twin[name]
        if not column or not other or not math.isfinite(column[-1]):
            continue
        tail, rest = mean(column[-3:]), mean(other[-3:])
        if more and column[-1] < other[-1] - 0.03 * max(1.0, abs(other[-1]) if other[-1] > 2 else 1.0):
            found.append("worse " + name)
        # what is as small beside the first loss is no difference
        far = tail - rest > 0.02 * abs(other[0]) and (tail > 1.3 * rest or tail > rest + 0.25)
        if not more and rest > 0 and (far or tail < -0.01):
            found.append("worse " + name)
        if not more and len(column) > 3 and jump(column) > max(3.0, 2 * jump(other)):
            found.append("jump " + name)
    return found


def jump(column):
    """How many times above its lowest value so far a loss stood at most."""
    most, lowest = 1.0, math.inf
    for value in column:
        most = max(most, value / lowest if lowest > 1e-12 and math.isfinite(lowest) else 1.0)
        lowest = min(lowest, value)
    return most


def mean(values):
    return sum(values) / len(values)
