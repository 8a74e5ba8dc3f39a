"""The data sets, split and scaled as they should be, and the faults that sit in the data."""

from dataclasses import dataclass, field

import numpy as np
from sklearn import datasets
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

LOADERS = {
    "digits": datasets.load_digits,
    "cancer": datasets.load_breast_cancer,
    "wine": datasets.load_wine,
    "iris": datasets.load_iris,
    "diabetes": datasets.load_diabetes,
}

IMBALANCE = (5, 20, 100)
WRONG_LABELS = (0.02, 0.05, 0.10)
CONFLICTS = (0.05, 0.15, 0.40)
LEAKED = (0.02, 0.10, 0.40)
MISSING = (0.02, 0.10, 0.40)
OUTLYING = (0.002, 0.01, 0.05)
SHIFT = (0.3, 1.0, 3.0)
SCALE_RATIO = (1e2, 1e4, 1e6)


@dataclass
class Data:
    """Arrays ready for training. `x` is (examples, features); digits are flat 8x8 images."""

    x_train: np.ndarray
    y_train: np.ndarray
    x_val: np.ndarray
    y_val: np.ndarray
    x_test: np.ndarray
    y_test: np.ndarray
    classes: int
    facts: dict = field(default_factory=dict)


def load(name, fault=None, k=2, seed=1, examples=0):
    """Read a packaged data set, split it 70:15:15, put the fault in, and scale with training statistics."""
    rng = np.random.default_rng(seed)
    x, y = LOADERS[name](return_X_y=True)
    x = x.astype(np.float64)
    task = y if name != "diabetes" else None
    if name == "diabetes":
        x, y = _diabetes(x, y)
    x_train, x_rest, y_train, y_rest = train_test_split(x, y, test_size=0.3, random_state=seed, stratify=task)
    task = y_rest if name != "diabetes" else None
    x_val, x_test, y_val, y_test = train_test_split(x_rest, y_rest, test_size=0.5, random_state=seed, stratify=task)
    if examples:
        x_train, y_train = x_train[:examples], y_train[:examples]
    classes = 0 if name == "diabetes" else int(y.max()) + 1
    d = Data(x_train, y_train, x_val, y_val, x_test, y_test, classes)
    if fault in RAW_FAULTS:
        RAW_FAULTS[fault](d, k, rng)
    if fault not in UNSCALED:
        _scale(d, name, fault)
    if fault in SCALED_FAULTS:
        SCALED_FAULTS[fault](d, k, rng)
    return _typed(d)


def _diabetes(x, y):
    """Targets of unit variance: their raw scale is a fault of its own."""
    return x, (y - y.mean()) / y.std()


def _scale(d, name, fault):
    if name == "digits":
        change = lambda a: a / 16.0
    else:
        change = StandardScaler().fit(d.x_train).transform
    raw = fault == "preprocessing-mismatch"
    d.x_train, d.x_test = change(d.x_train), change(d.x_test)
    d.x_val = d.x_val * (255.0 / 16.0 if name == "digits" else 1.0) if raw else change(d.x_val)


def _typed(d):
    label = np.int64 if d.classes else np.float32
    for split in ("train", "val", "test"):
        setattr(d, "x_" + split, getattr(d, "x_" + split).astype(np.float32))
        setattr(d, "y_" + split, getattr(d, "y_" + split).astype(label))
    return d


# Faults put in before scaling.

def _missing_values(d, k, rng):
    """Empty cells in one column, as a CSV reader leaves them."""
    column = d.x_train.shape[1] // 2
    for x in (d.x_train, d.x_val, d.x_test):
        x[rng.random(len(x)) < MISSING[k], column] = np.nan


def _outliers(d, k, rng):
    """Rows of junk from a faulty sensor, hundreds of times too large; their labels stay."""
    rows = rng.choice(len(d.x_train), max(1, int(OUTLYING[k] * len(d.x_train))), replace=False)
    d.x_train[rows] = rng.uniform(0, 300 * d.x_train.max(), (len(rows), d.x_train.shape[1]))


def _pixels(d, k, rng):
    """Inputs as the file gives them: 0 to 255 for images, raw units for a table."""
    if d.x_train.shape[1] == 64:
        for split in ("train", "val", "test"):
            setattr(d, "x_" + split, getattr(d, "x_" + split) * 255.0 / 16.0)


def _imbalance(d, k, rng):
    """Turn the task into one class against the rest and thin that class out."""
    rare = d.classes - 1 if d.classes > 2 else 0
    for split in ("train", "val", "test"):
        x, y = getattr(d, "x_" + split), (getattr(d, "y_" + split) == rare).astype(int)
        many, few = np.flatnonzero(y == 0), np.flatnonzero(y == 1)
        keep = np.concatenate([many, few[: max(1, round(len(many) / IMBALANCE[k]))]])
        rng.shuffle(keep)
        setattr(d, "x_" + split, x[keep])
        setattr(d, "y_" + split, y[keep])
    d.classes = 2
    d.facts["rareTest"] = int((d.y_test == 1).sum())


# Faults put in after scaling.

def _misaligned(d, k, rng):
    rng.shuffle(d.y_train)
    rng.shuffle(d.y_val)


def _wrong_labels(d, k, rng):
    """Labels replaced by another class, in training and validation alike."""
    for y in (d.y_train, d.y_val):
        rows = rng.choice(len(y), int(WRONG_LABELS[k] * len(y)), replace=False)
        y[rows] = (y[rows] + rng.integers(1, d.classes, len(rows))) % d.classes


def _conflicts(d, k, rng):
    """A share of the examples comes twice, the second time with another label."""
    rows = rng.choice(len(d.x_train), int(CONFLICTS[k] * len(d.x_train)), replace=False)
    other = (d.y_train[rows] + rng.integers(1, d.classes, len(rows))) % d.classes
    d.x_train = np.concatenate([d.x_train, d.x_train[rows]])
    d.y_train = np.concatenate([d.y_train, other])


def _sorted(d, k, rng):
    order = np.argsort(d.y_train, kind="stable")
    d.x_train, d.y_train = d.x_train[order], d.y_train[order]


def _leak(d, k, rng):
    n = min(int(LEAKED[k] * len(d.x_val)), len(d.x_train))
    rows = rng.choice(len(d.x_train), n, replace=False)
    d.x_val[:n], d.y_val[:n] = d.x_train[rows], d.y_train[rows]


def _easy_validation(d, k, rng):
    """Validation made of slightly shaken copies of training examples: one person's many photographs."""
    rows = rng.choice(len(d.x_train), len(d.x_val), replace=len(d.x_train) < len(d.x_val))
    d.x_val = d.x_train[rows] + rng.normal(0, 0.01, (len(rows), d.x_train.shape[1]))
    d.y_val = d.y_train[rows].copy()


def _shift(d, k, rng):
    """Every second feature of the validation and test data moved by some standard deviations."""
    move = SHIFT[k] * d.x_train.std(axis=0)
    move[::2] = 0
    d.x_val, d.x_test = d.x_val + move, d.x_test + move


def _bad_scales(d, k, rng):
    """Features whose scales span a wide ratio, as metres beside microns do."""
    scales = np.geomspace(1, SCALE_RATIO[k], d.x_train.shape[1]) / SCALE_RATIO[k] ** 0.5
    for split in ("train", "val", "test"):
        setattr(d, "x_" + split, getattr(d, "x_" + split) * scales)


def _out_of_range(d, k, rng):
    """Labels numbered from 1, so that the last class has no output."""
    d.y_train, d.y_val, d.y_test = d.y_train + 1, d.y_val + 1, d.y_test + 1


def _single_class(d, k, rng):
    """Only one folder was read."""
    for split in ("train", "val"):
        x, y = getattr(d, "x_" + split), getattr(d, "y_" + split)
        setattr(d, "x_" + split, x[y == 0])
        setattr(d, "y_" + split, y[y == 0])


def _tiny_validation(d, k, rng):
    n = (20, 10, 6)[k]
    d.x_val, d.y_val = d.x_val[:n], d.y_val[:n]


def _missing_targets(d, k, rng):
    d.y_train[rng.random(len(d.y_train)) < MISSING[k]] = np.nan


def _outlying_targets(d, k, rng):
    """A few targets with the decimal point in the wrong place."""
    rows = rng.choice(len(d.y_train), max(1, int(OUTLYING[k] * len(d.y_train))), replace=False)
    d.y_train[rows] = 30.0 * np.sign(d.y_train[rows]) * (1 + np.abs(d.y_train[rows]))


def _raw_targets(d, k, rng):
    """Targets in thousands, far from zero: a price in cents."""
    factor = (100.0, 1000.0, 77000.0)[k]
    for split in ("train", "val", "test"):
        setattr(d, "y_" + split, (getattr(d, "y_" + split) + 2.0) * factor)


def _small_targets(d, k, rng):
    """Targets of a few thousandths: a daily return."""
    factor = (0.1, 0.03, 0.005)[k]
    for split in ("train", "val", "test"):
        setattr(d, "y_" + split, getattr(d, "y_" + split) * factor)


RAW_FAULTS = {
    "missing-values": _missing_values,
    "outliers": _outliers,
    "unscaled-inputs": _pixels,
    "unscaled-saturated": _pixels,
    "class-imbalance": _imbalance,
}
SCALED_FAULTS = {
    "misaligned-labels": _misaligned,
    "label-noise": _wrong_labels,
    "conflicting-labels": _conflicts,
    "unshuffled-data": _sorted,
    "unshuffled-split": _sorted,
    "data-leakage": _leak,
    "easy-validation-set": _easy_validation,
    "distribution-shift": _shift,
    "badly-scaled": _bad_scales,
    "wrong-optimizer": _bad_scales,
    "labels-out-of-range": _out_of_range,
    "single-class": _single_class,
    "validation-set-too-small": _tiny_validation,
    "missing-targets": _missing_targets,
    "outlying-targets": _outlying_targets,
    "unscaled-targets": _raw_targets,
    "loss-scale": _small_targets,
}
UNSCALED = ("unscaled-inputs", "unscaled-saturated")
