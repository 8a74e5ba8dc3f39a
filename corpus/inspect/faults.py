"""The faults that sit in the data: each takes a clean task and gives the same task with one thing wrong.

The strengths are fixed (middle, strong), so that nobody tunes them. `notes` of the result keep what was done, for the
checks of `verify.py`; nothing of them is written where the examined program reads.
"""

import numpy as np
from data import SPLITS, rounded, unscaled

WRONG_LABELS = {"middle": 0.05, "strong": 0.10}
COPIES = {"middle": 0.10, "strong": 0.40}
SHIFT = {"middle": 1.0, "strong": 3.0}
RATIO = {"middle": 20, "strong": 100}
LEAK_NOISE = {"middle": 0.20, "strong": 0.05}
VALIDATION = {"middle": 20, "strong": 10}
LEAKED_NAMES = {
    "cancer": "follow_up_score",
    "wine": "price_group",
    "digits": "sheet_code",
    "diabetes": "dose_after",
    "penguins": "colony_index",
}


def leaked_feature(task, strength, rng, how):
    """A column made of the label with little noise, as one has it only after the fact."""
    out = task.changed(columns=[*task.columns, LEAKED_NAMES[task.data]])
    steps = np.unique(task.y["train"])
    unit = np.ptp(steps) / (len(steps) - 1) if task.classes else task.y["train"].std()
    middle, spread = task.y["train"].mean(), task.y["train"].std()
    for split in SPLITS:
        known = task.y[split] + rng.normal(0, LEAK_NOISE[strength] * unit, len(task.y[split]))
        out.x[split] = np.column_stack([task.x[split], rounded((known - middle) / spread)])
    out.notes["leaked"] = len(task.columns)
    return out


def duplicates(task, strength, rng, how):
    """A share of the test rows is replaced by rows of the training."""
    out = task.changed()
    count = round(COPIES[strength] * len(task.y["test"]))
    places = rng.choice(len(task.y["test"]), count, replace=False)
    source = rng.choice(len(task.y["train"]), count, replace=False)
    out.x["test"], out.y["test"] = task.x["test"].copy(), task.y["test"].copy()
    out.x["test"][places], out.y["test"][places] = task.x["train"][source], task.y["train"][source]
    out.notes["copies"] = places
    return out


def shifted_test(task, strength, rng, how):
    """Some features of the test lie away from where the training had them: another place, another device."""
    width = len(task.columns)
    used = [i for i in range(width) if task.x["train"][:, i].std() > 0.05]
    moved = rng.choice(used, max(2, len(used) // 3), replace=False)
    out = task.changed()
    move = np.zeros(width)
    move[moved] = SHIFT[strength] * task.x["train"].std(axis=0)[moved] * rng.choice([-1, 1], len(moved))
    out.x["test"] = rounded(task.x["test"] + move)
    out.notes["shifted"] = sorted(task.columns[i] for i in moved)
    return out


def test_preprocessing(task, strength, rng, how):
    """The test rows go another way into the model than the training's did."""
    out = task.changed()
    out.x["test"] = rounded(WAYS[how](task))
    out.notes["way"] = how
    return out


def _minmax(task):
    """Scaled to 0..1 where the training was standardised."""
    train, test = unscaled(task, "train"), unscaled(task, "test")
    return (test - train.min(axis=0)) / np.ptp(train, axis=0)


def _columns_by_name(task):
    """Columns put in alphabetical order, and taken for the training's order."""
    return task.x["test"][:, np.argsort(task.columns, kind="stable")]


def _transposed(task):
    """Images read column by column."""
    return task.x["test"].reshape(-1, 8, 8).transpose(0, 2, 1).reshape(-1, 64)


WAYS = {
    "unscaled": lambda task: unscaled(task, "test"),
    "minus-one-to-one": lambda task: task.x["test"] * 2 - 1,
    "minmax": _minmax,
    "columns-by-name": _columns_by_name,
    "transposed": _transposed,
}


def class_imbalance(task, strength, rng, how):
    """One class thinned against the largest: in the training alone (`train`), or in all splits (`all`).

    Digits become one digit against the others first: with ten classes of equal size no one speaks of a rare one.
    """
    out = one_against_rest(task, rng) if task.data == "digits" else task.changed()
    rare = rarest(out) if len(out.classes) == 2 else int(rng.integers(len(out.classes)))
    left_out = []
    for split in SPLITS if how == "all" else ("train",):
        y = out.y[split]
        most = max(int((y == c).sum()) for c in range(len(out.classes)) if c != rare)
        places = rng.permutation(np.flatnonzero(y == rare))
        few = max(1, round(most / RATIO[strength]))
        if split != "train":
            left_out.append(out.x[split][places[few:]])
        at = np.sort(np.concatenate([np.flatnonzero(y != rare), places[:few]]))
        out = out.rows(split, at)
    out.notes.update(rare=rare, leftOut=left_out)
    return out


def rarest(task):
    return int(np.bincount(task.y["train"]).argmin())


def one_against_rest(task, rng):
    digit = int(rng.integers(10))
    y = {split: (task.y[split] == digit).astype(np.int64) for split in SPLITS}
    out = task.changed(classes=["other", f"digit_{digit}"], y=y)
    out.notes["digit"] = digit
    return out


def wrong_labels(task, strength, rng, how):
    """Labels of the training replaced by another class."""
    out = task.changed()
    count = len(task.y["train"])
    places = rng.choice(count, round(WRONG_LABELS[strength] * count), replace=False)
    y = task.y["train"].copy()
    y[places] = (y[places] + rng.integers(1, len(task.classes), len(places))) % len(task.classes)
    out.y["train"] = y
    out.notes.update(wrong=places, right=task.y["train"][places])
    return out


def small_validation(task, strength, rng, how):
    """A few rows for the validation; the others of its share are trained on."""
    out = task.changed()
    order = rng.permutation(len(task.y["val"]))
    few, rest = order[: VALIDATION[strength]], order[VALIDATION[strength] :]
    for part in (out.x, out.y):
        part["train"], part["val"] = np.concatenate([part["train"], part["val"][rest]]), part["val"][few]
    return out


def untouched(task, strength, rng, how):
    """Healthy, or at fault in the training alone (overfit)."""
    return task.changed()


PLANTED = {
    None: untouched,
    "overfit": untouched,
    "leaked-feature": leaked_feature,
    "duplicates": duplicates,
    "shifted-test": shifted_test,
    "test-preprocessing": test_preprocessing,
    "class-imbalance": class_imbalance,
    "wrong-labels": wrong_labels,
    "small-validation": small_validation,
}
FAMILY = ["overfitting", "too-little-data", "model-too-large", "too-little-regularization"]
ACCEPT = {
    None: ["healthy"],
    "overfit": FAMILY,
    "leaked-feature": ["data-leakage"],
    "duplicates": ["data-leakage"],
    "shifted-test": ["distribution-shift", "preprocessing-mismatch"],
    "test-preprocessing": ["preprocessing-mismatch", "distribution-shift"],
    "class-imbalance": ["class-imbalance"],
    "wrong-labels": ["label-noise"],
    "small-validation": ["validation-set-too-small"],
}
