"""The order in which examples pass by: labels that come in runs, batches that come again, loaders that do not shuffle."""

import torch

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

    def batch(self, target, epochs):
        """The labels of a batch, integers or floats that are whole numbers; others are only counted for repetition.

        `epochs`: whether it is known where an epoch begins; else only a batch that follows itself is repeated.
        """
        labels = target.detach().reshape(-1)[:4096]
        self._repeat(labels, epochs)
        if target.is_floating_point() and not bool((labels == labels.round()).all()):
            return
        if target.dim() > 1 and target.shape[-1] > 1:
            return
        values = labels.long().tolist()
        self.batches += 1
        self.examples += len(values)
        for value in values:
            if value != self._last:
                self._runs += 1
                self._last = value
            if value in self._counts or len(self._counts) < MOST_CLASSES:
                self._counts[value] = self._counts.get(value, 0) + 1
        self.pure += len(values) > 1 and len(set(values)) == 1

    def _repeat(self, labels, epochs):
        values = labels.tolist()
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


def loader_facts(loader, say):
    """What a DataLoader says of itself."""
    size = getattr(loader, "batch_size", None) or getattr(batches_of(loader), "batch_size", None)
    dataset = getattr(loader, "dataset", None)
    if isinstance(size, int):
        say("batch_size", size, f"DataLoader(batch_size={size})")
    try:
        examples, steps = len(dataset), len(loader)
    except (TypeError, AttributeError, NotImplementedError):
        return
    say("examples_train", examples, f"{type(dataset).__name__} of {examples} examples")
    say("steps_per_epoch", steps, f"DataLoader of {steps} batches")


def shuffles(loader):
    """Whether a loader draws its order anew; None where it does not say."""
    sampler = sampler_of(loader)
    if "Sequential" in sampler:
        return False
    return True if "Random" in sampler or "Distributed" in sampler else None


def batches_of(loader):
    """What cuts the examples into batches, below what Accelerate put around it; None where nothing does."""
    batches = getattr(loader, "batch_sampler", None)
    for _ in range(4):
        inner = getattr(batches, "batch_sampler", None)
        if inner is None or inner is batches:
            return batches
        batches = inner
    return batches


def sampler_of(loader):
    """The name of what draws the order. Given batches, a loader bears a sampler that nobody asks: the batches' own counts."""
    given = getattr(loader, "batch_size", None) is None and getattr(loader, "batch_sampler", None) is not None
    return type(getattr(batches_of(loader) if given else loader, "sampler", None)).__name__


def is_labels(target):
    """Whether a target may be labels."""
    return isinstance(target, torch.Tensor) and target.numel() > 0 and not target.is_complex() and not target.is_sparse
