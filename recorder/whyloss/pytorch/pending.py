"""Losses of steps on their way to the curves: backwards of an accumulation joined, values on a device fetched without waiting."""

import math

import torch

MOST = 4096


def joined(values, data):
    """Loss of a step from the values that its backwards received.

    `data`: the loss functions' own value of each backward, or None. A loss that was divided by the number of backwards
    is the sum of the parts; one that was not is their mean.
    """
    count = len(values)
    if count == 1:
        return values[0]
    total = sum(values)
    if all(one is not None for one in data):
        ratios = [own / value for own, value in zip(data, values) if value]
        if ratios and all(abs(ratio - count) < 0.02 * count for ratio in ratios):
            return total
    return total / count


class Pending:
    """Collects steps; `write` turns those whose values are at hand into points."""

    def __init__(self, points):
        self._points = points
        self._steps = []
        self._values = []
        self._away = []
        self._copies = []

    def step(self, step, taken):
        """The backwards of one step, as (value, calls)."""
        values = [value for value, _ in taken]
        if isinstance(values[0], torch.Tensor):
            self._away.append((step, torch.stack([one.float() for one in values]).mean()))
            return
        data = [calls[0].value.item() if len(calls) == 1 and calls[0].value.dim() == 0 else None for _, calls in taken]
        loss = joined(values, data)
        self._steps.append(step)
        self._values.append(loss)
        if data[0] is not None:
            self._apart(step, loss, sum(one for one in data if one is not None) / len(data))

    def _apart(self, step, loss, data):
        """What was minimised is more than the loss function's value: a penalty was added."""
        if math.isfinite(loss) and math.isfinite(data) and abs(loss - data) > 1e-5 * max(abs(loss), abs(data)):
            self._points.add("data-loss", data, step)
            self._points.add("penalty", loss - data, step)

    def other(self, held, taken):
        """A step of a second optimizer: a curve of its own."""
        values = [value for value, _ in taken]
        if not isinstance(values[0], torch.Tensor):
            held.steps += 1
            name = f"loss of optimizer {held.index + 1}"
            self._points.add("loss-part", sum(values) / len(values), held.steps, name=name)

    def write(self):
        """Hand over what is known."""
        if self._steps:
            self._points.many("loss", self._steps, self._values)
            self._steps, self._values = [], []
        self._fetch()
        if self._away:
            self._send()

    def _send(self):
        """Begin to copy device values to the host; nobody waits for it."""
        steps = [step for step, _ in self._away[:MOST]]
        stacked = torch.stack([value for _, value in self._away[:MOST]])
        self._away = self._away[MOST:]
        host = torch.empty(len(steps), dtype=stacked.dtype, pin_memory=True)
        host.copy_(stacked, non_blocking=True)
        arrived = torch.cuda.Event()
        arrived.record()
        self._copies.append((steps, host, arrived))

    def _fetch(self, wait=False):
        while self._copies and (wait or self._copies[0][2].query()):
            steps, host, arrived = self._copies.pop(0)
            if wait:
                arrived.synchronize()
            self._points.many("loss", steps, host.tolist())

    def settle(self):
        """The end: wait for what is still on its way."""
        while self._away:
            self._send()
        self._fetch(wait=True)
