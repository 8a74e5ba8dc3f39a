"""The tables that the cases are trained on: read from packages, without repeated rows, split, standardised, rounded."""

import csv
import os
import subprocess
from dataclasses import dataclass, field, replace

import numpy as np
from sklearn import datasets
from sklearn.model_selection import train_test_split

HELD_OUT = "penguins"
SPLITS = ("train", "val", "test")
DECIMALS = 5
LOADERS = {"cancer": datasets.load_breast_cancer, "wine": datasets.load_wine, "digits": datasets.load_digits}
EXPORT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "data", "export.py")
KERAS = os.environ.get("WHYLOSS_KERAS", os.path.expanduser("~/.cache/whyloss/keras/bin/python"))

# Extracts of a few columns, for tasks that no model solves wholly. They were chosen for what they measure.
FEW = {
    "cancer": lambda name: any(part in name for part in ("texture", "smoothness", "symmetry")) and "worst" not in name,
    "wine": lambda name: name in ("ash", "alcalinity_of_ash", "magnesium", "proanthocyanins", "malic_acid"),
    "digits": lambda name: name.startswith(("pixel_3_", "pixel_4_")),
    "diabetes": lambda name: name in ("age", "sex", "bmi", "bp", "s5"),
    "penguins": lambda name: name in ("bill_depth_mm", "flipper_length_mm", "body_mass_g"),
}


@dataclass
class Task:
    """Splits ready for a model: `x[split]` is (rows, features) float32, `y[split]` int64 class ids or float32 targets.

    `mean` and `spread` lead back to what was measured.
    """

    data: str
    columns: list
    classes: list
    x: dict
    y: dict
    mean: np.ndarray
    spread: np.ndarray
    notes: dict = field(default_factory=dict)

    def changed(self, **parts):
        """The same task with other splits or columns; the arrays of this one stay as they are."""
        return replace(self, **{"x": dict(self.x), "y": dict(self.y), "notes": dict(self.notes), **parts})

    def rows(self, split, at):
        """This task with only some rows of one split."""
        out = self.changed()
        out.x[split], out.y[split] = self.x[split][at], self.y[split][at]
        return out


def export(folder):
    """Lets the Python that has palmerpenguins write its table; the others come with scikit-learn."""
    path = os.path.join(folder, "penguins.csv")
    if not os.path.exists(path):
        part = f"{folder}.part-{os.getpid()}"
        subprocess.run([KERAS, EXPORT, part], check=True)
        if not os.path.exists(os.path.join(part, "penguins.csv")):
            raise SystemExit(f"{KERAS} has no palmerpenguins; name a Python that has it in WHYLOSS_KERAS")
        os.makedirs(folder, exist_ok=True)
        os.replace(os.path.join(part, "penguins.csv"), path)
        for name in os.listdir(part):
            os.remove(os.path.join(part, name))
        os.rmdir(part)
    return path


def penguins(folder):
    with open(export(folder), newline="", encoding="utf-8") as file:
        header, *lines = list(csv.reader(file))
    return np.array([line[:-1] for line in lines], float), np.array([line[-1] for line in lines]), header[:-1]


def raw(name, folder):
    """(rows, features) as measured, labels, and the names of the columns."""
    if name == "penguins":
        return penguins(folder)
    if name == "diabetes":
        loaded = datasets.load_diabetes(scaled=False)
    else:
        loaded = LOADERS[name]()
    columns = [str(one).replace(" ", "_").replace("/", "_") for one in loaded.feature_names]
    labels = np.array([str(loaded.target_names[y]) for y in loaded.target]) if name == "cancer" else loaded.target
    return loaded.data.astype(float), labels, columns


def load(name, few, seed, folder):
    """A clean task: 60:20:20 split by `seed`, standardised with the training's statistics (digits: 0..1)."""
    x, labels, columns = raw(name, folder)
    if few:
        kept = [i for i, column in enumerate(columns) if FEW[name](column)]
        x, columns = x[:, kept], [columns[i] for i in kept]
    _, first = np.unique(x, axis=0, return_index=True)
    x, labels = x[np.sort(first)], labels[np.sort(first)]
    classes = [] if name == "diabetes" else sorted(set(labels.tolist()))
    y = np.searchsorted(classes, labels) if classes else labels.astype(float)
    strata = y if classes else None
    train, rest = train_test_split(np.arange(len(x)), test_size=0.4, random_state=seed, stratify=strata)
    val, test = train_test_split(rest, test_size=0.5, random_state=seed, stratify=None if strata is None else y[rest])
    at = dict(zip(SPLITS, (train, val, test)))
    mean, spread = x[train].mean(axis=0), x[train].std(axis=0)
    if name == "digits":
        mean, spread = np.zeros(x.shape[1]), np.full(x.shape[1], 16.0)
    if not classes:
        y = (y - y[train].mean()) / y[train].std()
    return Task(
        data=name,
        columns=columns,
        classes=[str(one) for one in classes],
        x={split: rounded((x[rows] - mean) / spread) for split, rows in at.items()},
        y={split: y[rows].astype(np.int64) if classes else rounded(y[rows]) for split, rows in at.items()},
        mean=mean,
        spread=spread,
    )


def rounded(values):
    """What a CSV with five decimals keeps, so that the files give the model what the training gave it."""
    return np.round(np.asarray(values, float), DECIMALS).astype(np.float32)


def unscaled(task, split):
    """The measured values of a split (within the rounding)."""
    return task.x[split] * task.spread + task.mean


def write_table(path, task, split):
    """A CSV of the features as the model gets them, and `target`."""
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow([*task.columns, "target"])
        for x, y in zip(task.x[split], task.y[split]):
            label = task.classes[int(y)] if task.classes else shown(y)
            writer.writerow([*map(shown, x), label])


def shown(value):
    return f"{round(float(value), DECIMALS):.{DECIMALS}f}".rstrip("0").rstrip(".")
