"""Sweeps of learning rates in a file: their scores by the name of a base setting, and the best rate of each."""

import json
import math
import os


def best(scores):
    """The rate in the middle of the basin; `scores` is a list of [rate, score], score null for infinity."""
    level = [math.log(1e9 if s is None else max(s, 1e-9)) for _, s in scores]
    middle = {scores[i][0]: sum(level[i - 1 : i + 2]) for i in range(1, len(scores) - 1)}
    return min(middle, key=middle.get)


def read(path):
    """All scores found so far, by the name of the base setting."""
    if not os.path.exists(path):
        return {}
    with open(path, encoding="utf-8") as f:
        return json.load(f)


def rates(path):
    """The best rates found so far, by the name of the base setting."""
    return {name: best(scores) for name, scores in read(path).items()}


def complete(path, grid, names, score):
    """Sweep what the file lacks, one line a name; `score(name, rate)` is a loss, math.inf where it diverges."""
    found = read(path)
    for name in names:
        if name in found:
            continue
        scores = [score(name, rate) for rate in grid]
        found[name] = [[r, round(s, 5) if math.isfinite(s) else None] for r, s in zip(grid, scores)]
        print(name, best(found[name]), found[name], flush=True)
        rows = ",\n".join(f"  {json.dumps(one)}: {json.dumps(all_)}" for one, all_ in found.items())
        with open(path, "w", encoding="utf-8") as f:
            f.write("{\n" + rows + "\n}\n")
