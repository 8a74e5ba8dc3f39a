"""Curves on their way to the stream: columns that are collected and written a few times a second."""

from .stream import number

MOST_ROWS = 20_000


class Points:
    """Columns by metric, split, axis, layer and name; `write` puts them into the stream and empties them."""

    def __init__(self, stream):
        self._stream = stream
        self._columns = {}

    def add(self, metric, value, step, split="train", layer=None, epoch=None, mean="batch", name=None):
        """One value (a float, or a tensor on the CPU) at `step`; an epoch where it is known, counted from 1."""
        key = (metric, split, mean, layer, name)
        columns = self._columns.get(key)
        if columns is None:
            columns = self._columns[key] = ([], [], [])
        columns[0].append(step)
        columns[1].append(value)
        columns[2].append(epoch)

    def many(self, metric, steps, values, split="train"):
        """A column at once."""
        key = (metric, split, "batch", None, None)
        columns = self._columns.setdefault(key, ([], [], []))
        columns[0].extend(steps)
        columns[1].extend(values)
        columns[2].extend([None] * len(steps))

    def write(self):
        """Queue all columns as rows of the stream."""
        for (metric, split, mean, layer, name), (steps, values, epochs) in self._columns.items():
            row = {"k": "points", "metric": metric, "split": split, "axis": "step", "mean": mean}
            if mean == "epoch":
                row["axis"] = "epoch" if all(one is not None for one in epochs) else "step"
            if layer is not None:
                row["layer"] = layer
            if name is not None:
                row["name"] = name
            row["step"] = steps
            if any(one is not None for one in epochs):
                row["epoch"] = [one if one is not None else "NaN" for one in epochs]
            row["value"] = [number(float(one)) for one in values]
            self._stream.write(row)
        self._columns = {}


class Facts:
    """Settings of the run; each is written when it is first known and when it changes."""

    def __init__(self, stream):
        self._stream = stream
        self._known = {}
        self._firm = set()

    def say(self, name, value, quote, firm=False):
        """A fact of src/record/fact.ts with the words that show where it was seen.

        `firm`: said by a trainer that was told so; what is concluded from the computation does not change it.
        """
        if value is None or (name in self._firm and not firm) or self._known.get(name) == value:
            return
        if firm:
            self._firm.add(name)
        self._known[name] = value
        self._stream.write({"k": "fact", "name": name, "value": value, "quote": str(quote)[:120]})

    def knows(self, name):
        """The value last said, or None."""
        return self._known.get(name)

    def forget(self):
        """A new run begins."""
        self._known = {}
        self._firm = set()
