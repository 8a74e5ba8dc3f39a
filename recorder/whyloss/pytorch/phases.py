"""Which data pass by: those that are trained on, in their order, and those that the model is only evaluated on."""

import weakref
from collections import deque, namedtuple
from time import perf_counter

from ..order import Order
from . import order

Train = namedtuple("Train", "name data targets examples batch holds")
ORDERED = 256
"""training batches whose labels are looked at"""


class Phases:
    """Of one run. `training` is its owner, `evidence` what is said of the run."""

    def __init__(self, training, evidence):
        self._of = training
        self._evidence = evidence
        self._stream = training.stream
        self.order = Order()
        self._since = 0
        self._targets = deque(maxlen=64)
        self._stretches = 0
        self._name = None
        self._sums = None
        self._data = None
        self._fetched = -1
        self._epoch = None
        self._ordered = -1
        self._modes = {}
        self._epochs = {}
        self.loaders = {}
        self.before = 0
        """epochs that were trained before it was watched"""
        self.told = None
        """the split that a trainer says it evaluates"""

    def trained(self, taken):
        """The backwards of a step, for what evaluations are compared with."""
        self._sums = None
        self._fetched = self._of.fetched
        for _, calls in taken:
            for call in calls:
                self._since += call.count
                self._name, self._data = call.name, self._data if call.data is None else call.data
                self._targets.append(call.target)
                if call.summed:
                    self._sums = taken
        if self._data is not None and self._data in self.loaders and self.order.shuffles is None:
            loader = self.loaders[self._data]()
            if loader is not None:
                order.loader_facts(loader, self._evidence.facts.say)
                self.order.shuffles = order.shuffles(loader)
                if self.order.shuffles is not None:
                    self._evidence.facts.say("shuffled", self.order.shuffles, order.sampler_of(loader))

    def source(self):
        """The data set of the loader that gave the batch at hand; None where none was fetched since the last step: cut by hand."""
        return None if self._of.fetched == self._fetched else self._of.loader

    def holds(self, pointer):
        """Whether this memory belongs to the tensors that are trained on."""
        loader = self.loaders[self._data]() if self._data in self.loaders else None
        tensors = getattr(getattr(loader, "dataset", None), "tensors", ())
        return any(one.data_ptr() <= pointer < one.data_ptr() + one.numel() * one.element_size() for one in tensors)

    def labels(self, target):
        """Labels of a training batch, the first of a run only."""
        if self.order.batches < ORDERED and not self.order.full() and order.is_labels(target):
            begin = perf_counter()
            values, classes = order.labels_of(target)
            self.order.batch(values, self._of.loader is not None, classes)
            self._of.budget.charge(perf_counter() - begin)

    def train_data(self):
        """What is known of the data that were trained on since the last stretch."""
        return Train(self._name, self._data, set(self._targets), self._since, self._scale(), self.holds)

    def _scale(self):
        """How many parts of a sum the loss of a step is: those of a batch, or one where a trainer divides by all of them."""
        if self._sums is None:
            return 1.0
        calls = [call for _, calls in self._sums for call in calls if call.summed]
        size, total = sum(float(call.size) for call in calls), sum(float(call.value) for call in calls)
        minimised = sum(float(value) for value, _ in self._sums)
        divided = total and not 0.5 < minimised / total < 2.0
        return size * minimised / total if divided else size / len(self._sums)

    def epoch(self):
        """The epoch that has just been trained, counted from 1: by the loader, else by the evaluations."""
        return self.before + (self._epoch or self._stretches + 1)

    def carry(self, loaders, data):
        """A run before this one saw these loaders; the last batch came from `data`, in its first epoch of this run."""
        self.loaders = loaders
        self._epochs = {data: 1}

    def iterated(self, loader):
        """A loader begins an epoch of its data; where it is the training's, batches may come again."""
        key = id(loader.dataset)
        self._epochs[key] = self._epochs.get(key, 0) + 1
        self.loaders[key] = weakref.ref(loader)
        if key == self._data:
            self.order.epoch()

    def stretched(self, examples):
        """An evaluation has ended. `examples`: how many each held-out set has, by split."""
        if "val" in examples:
            self._evidence.facts.say("examples_val", examples["val"], f"evaluation of {examples['val']} examples")
        self._stretches += 1
        self._since = 0

    def evaluating(self, name, args, kwargs, result, call):
        """The first call of an evaluation."""
        if not self._of.begun:
            return  # nothing is written before the first line
        begin = perf_counter()
        # the next epoch has begun when the stretch is written
        self._epoch = self._epochs.get(self._data)
        self.mode("val")
        if self._stretches < 3 and call.data != self._data:
            self._evidence.saw_evaluation(name, args, kwargs, result)
        self._of.budget.charge(perf_counter() - begin)

    def mode(self, phase):
        """Note whether the model is in train or eval mode in this phase, train or val."""
        roots = self._of.model.roots
        if not roots:
            return
        mode = int(any(root.training for root in roots))
        if self._modes.get(phase) != mode:
            self._modes[phase] = mode
            self._stream.write({"k": "event", "event": "mode", "step": self._of.step, "text": phase, "value": mode})

    def write(self):
        """Queue the table `order` where it has grown to twice what was written."""
        if self.order.batches > max(3, 2 * self._ordered):
            self._ordered = self.order.batches
            self._evidence.rows("order", self.order.rows())

    def last(self):
        """The run ends."""
        self._evidence.rows("order", self.order.rows())
