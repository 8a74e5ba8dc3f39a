"""The best learning rate of each base, found by a sweep; faults multiply or divide these.

    python3 corpus/deep/rates.py            # sweep what rates.json lacks

The best rate is that of the lowest geometric mean over a rate and its two neighbours: the middle of the basin, so that
one lucky run does not decide.
"""

import math
import os
import sys

import bases
import patch
import train

# behind this folder, whose modules bear some of the same names
sys.path.append(os.path.dirname(patch.HERE))
import sweep  # noqa: E402

FILE = os.path.join(patch.HERE, "rates.json")
GRID = (1e-4, 3e-4, 1e-3, 3e-3, 1e-2, 3e-2, 1e-1, 3e-1, 1.0)
# the programs of the trainers and of scikit-learn bear their rates in their changes
UNSWEPT = ("digits-gan", "digits-finetune", "iris-lbfgs", "transformers:", "lightning:", "accelerate:", "scikit-learn:")


def score(base, rate):
    """The loss of held-out data at the end where the program prints one, else the mean of the last training losses."""
    program, _, _, settings, names = bases.BASES[base]
    scores = train.train(program, {**settings, "lr": rate}, names, framework=bases.swept_on(base))[0]
    losses = [name for name, _, more in bases.SCORES[program] if not more]
    column = scores[losses[0]][-3:]
    value = sum(column) / len(column) if column else math.inf
    return value if math.isfinite(value) else math.inf


def load():
    """The best rates found so far, by the name of the base."""
    return sweep.rates(FILE)


if __name__ == "__main__":
    sweep.complete(FILE, GRID, [name for name in bases.BASES if not name.startswith(UNSWEPT)], score)
