"""The list of the eighty cases: which data, which fault, how strong, and how the network is trained."""

from dataclasses import dataclass

from train import Setup

# A moderate network whose training stops where the validation loss does; a case may change parts of it.
USUAL = {
    "cancer": dict(hidden=(16,), lr=2e-3, decay=1e-2),
    "wine": dict(hidden=(16,), lr=3e-3, decay=1e-2, batch=16),
    "digits": dict(hidden=(64,), lr=2e-3, decay=1e-2, batch=64, epochs=60),
    "diabetes": dict(hidden=(16,), lr=2e-3, decay=3e-2),
    "penguins": dict(hidden=(16,), lr=3e-3, decay=1e-2, batch=16),
}
OVERFIT = {
    "middle": dict(hidden=(64, 64), decay=0.0, patience=0, epochs=150, lr=2e-3),
    "strong": dict(hidden=(256, 256), decay=0.0, patience=0, epochs=200, lr=1e-3),
}


def careful(data):
    """What the same owner would do after having read of overfitting: the twins of `overfit`."""
    if data == "digits":
        # a wide network with half of its units dropped does better here than a narrow one
        return dict(dropout=0.4, decay=1e-2, patience=12)
    return dict(USUAL[data], dropout=0.2, lr=2e-3, patience=12, epochs=150)


# (fault, data, few columns, strength, how)
ILL = [
    ("overfit", "diabetes", False, "strong", None),
    ("overfit", "diabetes", False, "middle", None),
    ("overfit", "cancer", True, "strong", None),
    ("overfit", "cancer", True, "middle", None),
    ("overfit", "digits", True, "strong", None),
    ("overfit", "wine", True, "strong", None),
    ("overfit", "wine", True, "middle", None),
    ("overfit", "penguins", True, "middle", None),
    ("leaked-feature", "diabetes", False, "strong", None),
    ("leaked-feature", "diabetes", False, "middle", None),
    ("leaked-feature", "cancer", True, "strong", None),
    ("leaked-feature", "cancer", True, "middle", None),
    ("leaked-feature", "digits", True, "strong", None),
    ("leaked-feature", "wine", True, "strong", None),
    ("leaked-feature", "wine", True, "middle", None),
    ("leaked-feature", "penguins", True, "strong", None),
    ("duplicates", "cancer", False, "strong", None),
    ("duplicates", "cancer", True, "middle", None),
    ("duplicates", "wine", True, "strong", None),
    ("duplicates", "digits", False, "middle", None),
    ("duplicates", "diabetes", False, "strong", None),
    ("duplicates", "diabetes", False, "middle", None),
    ("duplicates", "penguins", True, "strong", None),
    ("shifted-test", "cancer", False, "strong", None),
    ("shifted-test", "cancer", True, "middle", None),
    ("shifted-test", "wine", False, "strong", None),
    ("shifted-test", "wine", False, "middle", None),
    ("shifted-test", "digits", False, "strong", None),
    ("shifted-test", "diabetes", False, "strong", None),
    ("shifted-test", "penguins", False, "strong", None),
    ("shifted-test", "penguins", False, "middle", None),
    ("test-preprocessing", "cancer", False, "strong", "unscaled"),
    ("test-preprocessing", "cancer", False, "middle", "columns-by-name"),
    ("test-preprocessing", "wine", False, "middle", "minmax"),
    ("test-preprocessing", "digits", False, "strong", "minus-one-to-one"),
    ("test-preprocessing", "digits", False, "middle", "transposed"),
    ("test-preprocessing", "diabetes", False, "strong", "unscaled"),
    ("test-preprocessing", "penguins", False, "strong", "unscaled"),
    ("test-preprocessing", "penguins", False, "middle", "minmax"),
    ("class-imbalance", "cancer", False, "strong", "train"),
    ("class-imbalance", "cancer", True, "middle", "all"),
    ("class-imbalance", "digits", False, "strong", "train"),
    ("class-imbalance", "digits", False, "middle", "all"),
    ("class-imbalance", "digits", True, "middle", "train"),
    ("class-imbalance", "wine", False, "middle", "train"),
    ("class-imbalance", "penguins", False, "middle", "train"),
    ("wrong-labels", "cancer", False, "strong", None),
    ("wrong-labels", "cancer", False, "middle", None),
    ("wrong-labels", "digits", False, "strong", None),
    ("wrong-labels", "digits", False, "middle", None),
    ("wrong-labels", "wine", False, "strong", None),
    ("wrong-labels", "penguins", False, "strong", None),
    ("wrong-labels", "penguins", False, "middle", None),
    ("small-validation", "cancer", False, "strong", None),
    ("small-validation", "cancer", True, "middle", None),
    ("small-validation", "wine", False, "strong", None),
    ("small-validation", "digits", False, "strong", None),
    ("small-validation", "digits", True, "middle", None),
    ("small-validation", "diabetes", False, "strong", None),
    ("small-validation", "penguins", True, "middle", None),
]
HEALTHY = [
    (None, data, few, None, str(which))
    for data in USUAL
    for which, few in enumerate((False, False, False, True), 1)
]
STYLES = ("pipe", "keras", "plain")


@dataclass(frozen=True)
class Case:
    """`seed` is the first that is tried; the nth redraw takes `seed` + 1000 n."""

    name: str
    fault: str
    data: str
    few: bool
    strength: str
    how: str
    seed: int
    setup: Setup


def setup_of(number, fault, data, strength, how):
    parts = dict(USUAL[data], style=STYLES[number % 3], ends=("logits", "softmax")[number // 3 % 2])
    if fault == "overfit":
        parts.update(OVERFIT[strength])
    if fault == "small-validation":
        # ten rows cannot say when to stop
        parts.update(patience=0, epochs=30)
    if fault == "wrong-labels":
        parts.update(patience=15)
    if fault is None and how == "2":
        parts.update(dropout=0.2, hidden=(32,))
    if fault is None and how == "3":
        parts.update(hidden=(32, 16), lr=1e-3)
    return Setup(**parts)


def cases():
    listed = []
    for number, (fault, data, few, strength, how) in enumerate([*ILL, *HEALTHY]):
        parts = [data, "few" if few and fault else None, fault or "healthy", strength, how]
        name = "-".join(part for part in parts if part)
        setup = setup_of(number, fault, data, strength, how)
        listed.append(Case(name, fault, data, few, strength, how, 100 + number, setup))
    assert len({one.name for one in listed}) == len(listed)
    return listed
