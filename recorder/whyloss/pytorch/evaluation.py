"""Losses that never reach backward: stretches of them between two steps are evaluations, of validation, test or train data."""

import torch

MOST = 20_000


class Set:
    """One pass over one data set within a stretch."""

    def __init__(self):
        self.calls = []
        self.examples = 0

    def add(self, call):
        """One batch."""
        self.calls.append(call)
        self.examples += call.count

    def loss(self, scale=1.0):
        """Mean loss weighted by examples, as a float. `scale`: examples of a training batch, where training sums over them."""
        values = torch.stack([one.value.reshape(-1).mean().float().cpu() for one in self.calls])
        sizes = [float(one.size) for one in self.calls]
        parts = torch.tensor([size / scale if one.summed else 1.0 for one, size in zip(self.calls, sizes)])
        values = values / parts
        weights = torch.tensor([size if one.summed else float(one.count) for one, size in zip(self.calls, sizes)])
        return ((values * weights).sum() / weights.sum()).item()

    def accuracy(self):
        """Share of right answers, or None where the calls are no classification."""
        if any(one.right is None for one in self.calls):
            return None
        total = float(sum(int(one.of) for one in self.calls))
        return sum(int(one.right) for one in self.calls) / total if total else None


def sets_of(calls, examples):
    """Cut a stretch into sets: another loader, a full set by itself, or a batch that is larger than the partial one before it.

    `examples`: how many examples were trained on since the last stretch.
    """
    sets = []
    for call in calls:
        last = sets[-1].calls[-1] if sets else None
        fresh = (
            last is None
            or call.data != last.data
            or call.name != last.name
            or call.told != last.told
            or call.count > last.count
            or (call.data is None and sets[-1].examples == examples)
        )
        if fresh:
            sets.append(Set())
        sets[-1].add(call)
    return sets


class Evaluation:
    """Turns stretches into points. Knows which data are trained on: by their loader, their memory, or their number."""

    def __init__(self, points):
        self._points = points
        self._order = []
        self.count = 0
        self.name = None
        self.examples = {}
        self._seen = {}

    def stretch(self, calls, step, epoch, train):
        """A stretch after `step`. `train`: what is known of training, a Train of phases.py.

        Returns whether any of it was an evaluation.
        """
        same = [one for one in calls if one.name == train.name] or calls
        sets = [one for one in sets_of(same[:MOST], train.examples) if one.examples]
        # a value taken on the very batch that was trained on, step by step, is a metric
        if len(same) <= 2 and all(one.target in train.targets for one in same) and same[0].training is not False:
            return False
        self.count += 1
        number = 0
        for one in sets:
            if self._is_train(one, train, len(sets)):
                self._points.add("eval-loss-on-train", one.loss(train.batch), step, "train", epoch=epoch, mean="epoch")
                continue
            split = self._split(one, number)
            number += 1
            self.examples.setdefault(split, one.examples)
            if self._again(one, split, step, train):
                continue
            self._points.add("loss", one.loss(train.batch), step, split, epoch=epoch, mean="epoch")
            accuracy = one.accuracy()
            if accuracy is not None:
                self._points.add("accuracy", accuracy, step, split, epoch=epoch, mean="epoch")
        return True

    def _is_train(self, one, train, sets):
        first = one.calls[0]
        if first.data is not None and train.data is not None:
            return first.data == train.data
        if first.target and (first.target in train.targets or train.holds(first.target)):
            return True
        return sets > 1 and one.examples == train.examples

    def _again(self, one, split, step, train):
        """Whether the same data were evaluated at this step before, as a trainer does once more at the end."""
        seen, now = self._seen.get(split), (step, one.calls[0].data, one.examples, one.loss(train.batch))
        self._seen[split] = now
        return seen is not None and seen[:3] == now[:3] and abs(seen[3] - now[3]) <= 1e-6 * abs(now[3])

    def _split(self, one, place):
        """The first held-out set that is met is validation; another loader's, or the second of a stretch, is test."""
        if one.calls[0].told is not None:
            return one.calls[0].told
        key = one.calls[0].data if one.calls[0].data is not None else place
        if key not in self._order:
            self._order.append(key)
        return "val" if self._order.index(key) == 0 else "test"


def split(calls, extra):
    """What was not passed to backward: calls without a graph, and the first `extra` of those with one."""
    apart, own = [], []
    for call in calls:
        if call.grad and extra <= 0:
            own.append(call)
        else:
            extra -= call.grad
            apart.append(call)
    return apart, own
