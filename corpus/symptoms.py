"""What an ill run must show in its own numbers: each symptom is a question about the curve of its epochs."""

import math


def curve(result):
    """Columns `train`, `val`, `accuracy` (of validation) and `trainAccuracy`, whichever framework wrote the history."""
    history = result["history"]
    if isinstance(history, dict):
        names = {"train": "loss", "val": "val_loss", "accuracy": "val_accuracy", "trainAccuracy": "accuracy"}
        return {k: history.get(v, []) for k, v in names.items()}
    columns = {k: [row.get(k) for row in history] for k in ("train", "val", "accuracy")}
    return {**{k: [v for v in c if v is not None] for k, c in columns.items()}, "trainAccuracy": []}


def bad(x):
    return x is None or not math.isfinite(x)


def worse(c, twin):
    """Ends clearly worse than the healthy twin."""
    if twin is None:
        return False
    t = curve(twin)
    if c["accuracy"] and t["accuracy"] and c["accuracy"][-1] < t["accuracy"][-1] - 0.03:
        return True
    return bad(c["val"][-1]) or c["val"][-1] > 1.3 * t["val"][-1]


def upward(values):
    """Sum of the rises as a share of the mean level."""
    rises = sum(max(0.0, b - a) for a, b in zip(values, values[1:]))
    return rises / max(1e-12, abs(sum(values) / len(values)))


def _constant(c, twin):
    tail = c["train"][len(c["train"]) // 3 :]
    return max(tail) - min(tail) <= 0.02 * abs(sum(tail) / len(tail))


def _still_falling(c, twin):
    n = max(2, len(c["train"]) // 4)
    return c["train"][-1] < 0.99 * c["train"][-n]


SYMPTOMS = {
    "nan": lambda c, t: any(bad(x) for x in c["train"] + c["val"]),
    "nan-later": lambda c, t: bad(c["train"][-1]) and not bad(c["train"][0]),
    "constant": _constant,
    "gap": lambda c, t: c["val"][-1] > 2 * c["train"][-1] and c["val"][-1] > 1.3 * min(c["val"]),
    "offset": lambda c, t: min(c["val"]) > 2 * c["train"][-1] and c["val"][-1] > 1.5 * curve(t)["val"][-1],
    "rising": lambda c, t: c["val"][-1] > 1.3 * min(c["val"]),
    "oscillating": lambda c, t: upward(c["train"]) > 0.5 or upward(c["val"]) > 0.8,
    "jump": lambda c, t: any(bad(b) or b > 1.5 * a for a, b in zip(c["train"], c["train"][1:])),
    "diverging": lambda c, t: bad(c["train"][-1]) or c["train"][-1] > 2 * c["train"][0],
    "worse": worse,
    "still-falling": _still_falling,
    "good": lambda c, t: c["val"][-1] <= 1.25 * min(c["val"]) and (not c["accuracy"] or c["accuracy"][-1] > 0.92),
    "negative": lambda c, t: c["train"][-1] < 0,
    "zero": lambda c, t: c["train"][-1] < 1e-3,
    "val-below-train": lambda c, t: sum(b < a for a, b in zip(c["train"], c["val"])) > 0.7 * len(c["val"]),
    "huge-start": lambda c, t: c["train"][0] > 10 * curve(t)["train"][0],
    "small": lambda c, t: c["val"][-1] < 0.01,
    "worse-train": lambda c, t: c["train"][-1] > 3 * curve(t)["train"][-1],
    "majority": lambda c, t: len(set(c["accuracy"][len(c["accuracy"]) // 3 :])) == 1,
    "growing": lambda c, t: c["train"][-1] > c["train"][0],
    "accuracy-zero": lambda c, t: bool(c["accuracy"]) and max(c["accuracy"]) < 0.02,
    "coarse": lambda c, t: len(set(round(a, 4) for a in c["accuracy"])) <= 6,
}

COMPARED = {"worse", "worse-train", "offset", "huge-start"}


def missing(result, twin, expected):
    """The expected symptoms that this run does not show."""
    c = curve(result)
    return [name for name in expected if not SYMPTOMS[name](c, twin)]
