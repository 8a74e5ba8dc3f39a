"""The order in which examples pass by: labels that come in runs, batches that come again."""

MOST_LABELS = 20_000
MOST_BATCHES = 4096
MOST_CLASSES = 1000


class Order:
    """Of the training batches of one run."""

    def __init__(self):
        self.batches = 0
        self.examples = 0
        self.pure = 0
        self.repeated = 0
        self.shuffles = None
        self._runs = 0
        self._last = None
        self._counts = {}
        self._prints = set()
        self._previous = None

    def full(self):
        """Whether enough was seen."""
        return self.examples >= MOST_LABELS

    def epoch(self):
        """A new epoch: batches may come again."""
        self._prints.clear()
        self._previous = None

    def batch(self, values, epochs, labels=True):
        """The targets of a batch as a list of numbers; `labels`: whether they may be classes, else only repetition counts.

        `epochs`: whether it is known where an epoch begins; else only a batch that follows itself is repeated.
        """
        self._repeat(values, epochs)
        if not labels or not all(float(value).is_integer() for value in values):
            return
        values = [int(value) for value in values]
        self.batches += 1
        self.examples += len(values)
        for value in values:
            if value != self._last:
                self._runs += 1
                self._last = value
            if value in self._counts or len(self._counts) < MOST_CLASSES:
                self._counts[value] = self._counts.get(value, 0) + 1
        self.pure += len(values) > 1 and len(set(values)) == 1

    def _repeat(self, values, epochs):
        # few or equal labels repeat by chance, and a full batch is the same each time
        if len(values) < 16 or len(self._prints) >= MOST_BATCHES or len(set(values[:64])) < 2:
            return
        mark = hash(tuple(values))
        self.repeated += epochs and (mark == self._previous or mark in self._prints)
        self._previous = mark
        self._prints.add(mark)

    def rows(self):
        """The table `order`, empty where no labels were seen."""
        classes = len(self._counts)
        if self.examples < 32 or not 1 <= classes < MOST_CLASSES or classes > self.examples / 4:
            return []
        total = sum(self._counts.values())
        same = sum((count / total) ** 2 for count in self._counts.values())
        row = {
            "split": "train",
            "batches": self.batches,
            "examples": self.examples,
            "classes": classes,
            "labelRun": round(self.examples / max(1, self._runs), 3),
            "expectedRun": round(min(self.examples, 1 / max(1e-9, 1 - same)), 3),
            "pureBatches": self.pure,
            "repeated": self.repeated,
            "most": max(self._counts.values()),
            "least": min(self._counts.values()),
        }
        if self.shuffles is not None:
            row["shuffles"] = self.shuffles
        return [row]
