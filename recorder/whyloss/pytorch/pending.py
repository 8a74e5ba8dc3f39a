"""Losses of steps on their way to the curves: backwards of an accumulation joined, values on a device fetched without waiting."""

import math

import torch

MOST = 4096


def joined(values, data, summed, divides):
    """Loss of a step from the values that its backwards received.

    `data`: the loss functions' own value of each backward, or None; `summed`: they are sums. A loss that was divided by
    the number of backwards is the sum of the parts, one that was not is their mean, and so are sums that were divided by
    the number of all their parts. `divides`: what a trainer says that it divides by.
    """
    total, count = sum(values), len(values)
    known = all(one is not None for one in data)
    ratios = [own / value for own, value in zip(data, values) if value] if known else []
    if summed and ratios:
        return total if min(ratios) > 1.5 else total / count
    by = round(ratios[0]) if ratios and count > 1 else divides
    if by > 1 and (not ratios or all(abs(ratio - by) < 0.02 * by for ratio in ratios)):
        return by * total / count
    # a penalty hides by how much the loss was divided; the trainer knows
    hidden = divides > 1 and ratios and all(abs(ratio - 1) > 0.02 for ratio in ratios)
    return (divides if hidden else 1) * total / count


class Pending:
    """Collects steps; `write` turns those whose values are at hand into points."""

    def __init__(self, points):
        self._points = points
        self._steps = []
        self._values = []
        self._away = []
        self._copies = []

    def step(self, step, taken, divides):
        """The backwards of one step, as (value, calls); `divides`: what a trainer says that it divides each by."""
        value, calls = taken[0]
        if len(taken) == 1 and divides == 1 and not isinstance(value, torch.Tensor) and not any(one.summed for one in calls):
            self._steps.append(step)
            self._values.append(value)
            if len(calls) == 1 and calls[0].value.dim() == 0:
                self._apart(step, value, calls[0].value.item())
            return
        values = [value for value, _ in taken]
        single = all(len(calls) == 1 and calls[0].value.dim() == 0 for _, calls in taken)
        own = [calls[0].value for _, calls in taken] if single else []
        summed = bool(own) and taken[0][1][0].summed
        if isinstance(values[0], torch.Tensor):
            away = [one.float() for one in values + own if one.device == values[0].device]
            self._away.append((step, len(values), summed, divides, torch.stack(away)))
            return
        self._take(step, values, [one.item() for one in own], summed, divides)

    def _take(self, step, values, own, summed, divides):
        """The same as floats; `own` is empty where the loss functions' values are not known one by one."""
        loss = joined(values, own or [None] * len(values), summed, divides)
        self._steps.append(step)
        self._values.append(loss)
        if own and not (summed and min(own) > 1.5 * max(values)):
            self._apart(step, loss, sum(own) / len(own))

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
        self._fetch()
        if self._steps:
            self._points.many("loss", self._steps, self._values)
            self._steps, self._values = [], []
        if self._away:
            self._send()

    def _send(self):
        """Begin to copy device values to the host; nobody waits for it."""
        sent, self._away = self._away[:MOST], self._away[MOST:]
        stacked = torch.cat([one[-1] for one in sent])
        host = torch.empty(len(stacked), dtype=stacked.dtype, pin_memory=True)
        host.copy_(stacked, non_blocking=True)
        arrived = torch.cuda.Event()
        arrived.record()
        self._copies.append(([(*one[:-1], len(one[-1])) for one in sent], host, arrived))

    def _fetch(self, wait=False):
        while self._copies and (wait or self._copies[0][2].query()):
            sent, host, arrived = self._copies.pop(0)
            if wait:
                arrived.synchronize()
            values, at = host.tolist(), 0
            for step, count, summed, divides, size in sent:
                own = values[at + count : at + size] if size == 2 * count else []
                self._take(step, values[at : at + count], own, summed, divides)
                at += size

    def settle(self):
        """The end: wait for what is still on its way."""
        while self._away:
            self._send()
        self._fetch(wait=True)
        self.write()
