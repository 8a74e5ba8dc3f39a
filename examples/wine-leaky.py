"""Writes a damaged data set beside itself: scikit-learn's wine as wine-leaky-train.csv and wine-leaky-val.csv.

    python examples/wine-leaky.py

Three faults are planted: rows of the training copied into the validation, cells of `ash` left empty, and a cultivar of
which few rows remain. The seed is fixed, so that the files come out the same on every machine.
"""

import csv
import os
import random

SEED = 1
#: rows of each cultivar that are kept for training and for validation
TRAIN = {0: 44, 1: 53, 2: 4}
VAL = {0: 12, 1: 14, 2: 2}
#: training rows that the validation holds too, and cells without a value
COPIES = 9
EMPTY = 12


def tables():
    """The names of the columns, and the rows of training and validation as text."""
    from sklearn.datasets import load_wine

    wine = load_wine()
    names = [name.replace("/", "_").replace("_of_diluted_wines", "") for name in wine.feature_names]
    chance = random.Random(SEED)
    train, val = [], []
    for cultivar in TRAIN:
        own = [[*(f"{value:g}" for value in x), str(y)] for x, y in zip(wine.data, wine.target) if y == cultivar]
        chance.shuffle(own)
        train += own[: TRAIN[cultivar]]
        val += own[TRAIN[cultivar] :][: VAL[cultivar]]
    chance.shuffle(train)
    val += [list(row) for row in train[:COPIES]]
    for row in chance.sample(train[COPIES:], EMPTY):
        row[names.index("ash")] = ""
    chance.shuffle(train)
    chance.shuffle(val)
    return [*names, "cultivar"], train, val


def main(folder):
    names, train, val = tables()
    for split, rows in (("train", train), ("val", val)):
        with open(os.path.join(folder, f"wine-leaky-{split}.csv"), "w", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows([names, *rows])


if __name__ == "__main__":
    main(os.path.dirname(os.path.abspath(__file__)))
