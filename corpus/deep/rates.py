"""The best learning rate of each base, found by a sweep; faults multiply or divide these.

    python3 corpus/deep/rates.py            # sweep what rates.json lacks

The best rate is that of the lowest geometric mean over a rate and its two neighbours: the middle of the basin, so that
one lucky run does not decide.
"""

import json
import math
import os

import bases
import patch
import train

FILE = os.path.join(patch.HERE, "rates.json")
GRID = (1e-4, 3e-4, 1e-3, 3e-3, 1e-2, 3e-2, 1e-1, 3e-1, 1.0)
UNSWEPT = ("digits-gan", "digits-finetune", "iris-lbfgs")


def score(base, rate):
    """The loss of held-out data at the end where the program prints one, else the mean of the last training losses."""
    program, _, _, settings, names = bases.BASES[base]
    scores = train.train(program, {**settings, "lr": rate}, names)[0]
    losses = [name for name, _, more in bases.SCORES[program] if not more]
    column = scores[losses[0]][-3:]
    value = sum(column) / len(column) if column else math.inf
    return value if math.isfinite(value) else math.inf


def best(scores):
    """The rate in the middle of the basin; `scores` is a list of [rate, score], score null for infinity."""
    level = [math.log(1e9 if s is None else max(s, 1e-9)) for _, s in scores]
    middle = {scores[i][0]: sum(level[i - 1 : i + 2]) for i in range(1, len(scores) - 1)}
    return min(middle, key=middle.get)


def sweeps():
    """All scores found so far, by the name of the base."""
    if not os.path.exists(FILE):
        return {}
    with open(FILE, encoding="utf-8") as f:
        return json.load(f)


def load():
    """The best rates found so far, by the name of the base."""
    return {name: best(scores) for name, scores in sweeps().items()}


def write(found):
    rows = ",\n".join(f"  {json.dumps(name)}: {json.dumps(scores)}" for name, scores in found.items())
    with open(FILE, "w", encoding="utf-8") as f:
        f.write("{\n" + rows + "\n}\n")


def main():
    found = sweeps()
    for name in bases.BASES:
        if name in found or name in UNSWEPT:
            continue
        scores = [score(name, rate) for rate in GRID]
        found[name] = [[r, round(s, 5) if math.isfinite(s) else None] for r, s in zip(GRID, scores)]
        print(name, best(found[name]), found[name], flush=True)
        write(found)


if __name__ == "__main__":
    main()
