"""What `fit` was given: the data as far as they are arrays, and how they are cut into batches."""

import numpy

from ..order import MOST_LABELS, Order
from ..stream import number
from . import arrays

PREFIX = {"train": "", "val": "val_"}


class Given:
    """The arguments of one call of `fit`, by name."""

    def __init__(self, arguments):
        self._of = arguments
        self.x, self.y = arguments.get("x"), arguments.get("y")
        validation = arguments.get("validation_data")
        self.validation = validation if isinstance(validation, (list, tuple)) and len(validation) >= 2 else None
        self.held_out = validation
        share = arguments.get("validation_split") or 0.0
        rows = _rows(self.x)
        self.cut = int(rows * (1.0 - share)) if rows and share and validation is None else rows

    @property
    def key(self):
        """Tells one choice of data from another."""
        return id(self.x), id(self.y), id(self.held_out), self.cut, self.batch_size, self.shuffles

    @property
    def train(self):
        """(x, y) that are trained on as lists of (name, array), empty where they are no arrays; y of one target only."""
        return _named(self.x, 0, self.cut), _named(self.y, 0, self.cut)

    @property
    def val(self):
        """The same of the validation data."""
        if self.validation is not None:
            return _named(self.validation[0], 0, None), _named(self.validation[1], 0, None)
        if self.cut and self.cut < (_rows(self.x) or 0):
            return _named(self.x, self.cut, None), _named(self.y, self.cut, None)
        return [], []

    def same(self, x):
        """train or val where `x` is the very array that was given for it, else None."""
        if x is not None and x is self.x:
            return "train"
        if x is not None and (x is self.held_out or (self.validation is not None and x is self.validation[0])):
            return "val"
        return None

    @property
    def weighted(self):
        """Whether classes are weighted."""
        return bool(self._of.get("class_weight"))

    @property
    def batch_size(self):
        """Examples of a batch as far as they are told; of arrays 32 where nothing is."""
        told = self._of.get("batch_size")
        if isinstance(told, (int, numpy.integer)):
            return int(told)
        if _rows(self.x):
            return 32
        told = getattr(self.x, "batch_size", None) or getattr(self.x, "_batch_size", None)
        return int(arrays.plain(told)) if told is not None and not callable(told) else None

    @property
    def shuffles(self):
        """Whether the order is drawn anew each epoch; None where the data do not come as arrays."""
        if not _rows(self.x):
            return None
        return bool(self._of.get("shuffle", True))

    def facts(self, say, epochs, steps):
        """What is known before the first step. `steps`: of an epoch, or None."""
        size = self.batch_size
        if size:
            told = "batch_size" if self._of.get("batch_size") else "the default"
            say("batch_size", size, f"fit(batch_size={size})" if told == "batch_size" else f"{told} of fit, {size}")
        say("epochs", int(epochs), f"fit(epochs={epochs})")
        if steps:
            say("steps_per_epoch", int(steps), f"{steps} batches an epoch")
        if self.cut:
            say("examples_train", int(self.cut), f"{self.cut} examples")
        x, y = self.val
        held = len(x[0][1]) if x else len(y[0][1]) if y else 0
        if held:
            share = self._of.get("validation_split")
            said = f"validation_split={share}" if share and self.validation is None else "validation_data"
            say("examples_val", held, f"{said} of {held} examples")
        if self.shuffles is not None:
            say("shuffled", self.shuffles, f"fit(shuffle={self.shuffles})")
        if self.weighted:
            say("class_weights", True, f"class_weight={str(self._of['class_weight'])[:80]}")

    def rows(self, split, names):
        """(rows of `inputs`, rows of `targets`) of a split, over all its data, evenly. `names`: of the model's inputs."""
        size = self.batch_size or 32
        x, y = self.train if split == "train" else self.val
        found = []
        for place, (name, array) in enumerate(x[:4]):
            said = names[place] if place < len(names) else name
            found.append(arrays.describe(array, 1, split, said, shape=[min(size, len(array)), *array.shape[1:]]))
        targets = [arrays.describe(one, 1, split, name, classes=True, shape=[min(size, len(one)), *one.shape[1:]]) for name, one in y[:4]]
        return [one for one in found if one], [one for one in targets if one]

    def ranges(self, say, regression):
        """Range of the inputs and, of a regression, range and spread of the targets."""
        x, y = self.train
        if x and arrays.kind(x[0][1]) == "float":
            known = _finite(x[0][1])
            if known.size:
                say("input_range", [number(float(known.min())), number(float(known.max()))], f"x of {len(x[0][1])} examples")
        if y and regression and len(y) == 1:
            known = _finite(y[0][1])
            if known.size > 1:
                low, high = number(float(known.min()), 3), number(float(known.max()), 3)
                said = f"targets from {low} to {high} in {known.size} values"
                say("target_range", [low, high], said)
                say("target_spread", number(float(known.std()), 2), said)

    def order(self):
        """The labels in the order in which they come, or only counted where that order is drawn anew; None without labels."""
        _, y = self.train
        size = self.batch_size
        if len(y) != 1 or not size or arrays.kind(y[0][1]) is None:
            return None
        labels = y[0][1]
        if labels.ndim > 1 and labels.shape[-1] > 1:
            if labels.ndim > 2 or not ((labels == 0) | (labels == 1)).all() or not (labels.sum(-1) == 1).all():
                return None
            labels = labels.argmax(-1)
        labels = labels.reshape(-1)
        if len(labels) != len(y[0][1]):
            return None
        if self.shuffles:
            # counted in an order of our own, of a generator of our own
            labels = numpy.random.RandomState(0).permutation(labels)
        seen = Order()
        seen.shuffles = self.shuffles
        for at in range(0, min(len(labels), MOST_LABELS), size):
            seen.batch(labels[at : at + size].tolist(), True)
        return seen


def _rows(x):
    """How many examples there are; None of what is no array."""
    first = x[0] if isinstance(x, (list, tuple)) and x else next(iter(x.values()), None) if isinstance(x, dict) else x
    shape = getattr(first, "shape", None)
    if shape is None or not len(shape) or hasattr(first, "element_spec"):
        return None
    try:
        return int(shape[0])
    except (TypeError, ValueError):
        return None


def _named(x, start, end):
    """(name, rows from start to end) of arrays, as NumPy."""
    if not _rows(x):
        return []
    many = list(x.items()) if isinstance(x, dict) else list(enumerate(x)) if isinstance(x, (list, tuple)) else [(0, x)]
    out = []
    for name, one in many:
        try:
            array = one.to_numpy() if hasattr(one, "to_numpy") else arrays.plain(one) if not isinstance(one, numpy.ndarray) else one
        except Exception:  # a type of the user's own
            continue
        if array is not None and array.ndim:
            out.append((str(name), array[start:end]))
    return out


def _finite(array):
    part = arrays.few(array).astype("float64", copy=False).reshape(-1)
    return part[numpy.isfinite(part)]
