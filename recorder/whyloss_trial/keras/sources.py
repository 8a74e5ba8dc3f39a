"""Batches of a source that makes them itself, joined, split, mixed or repeated: a PyDataset, a Sequence or a generator."""

import math

import numpy

from . import data

MOST = 1 << 28
"""numbers that may be held to mix them anew each epoch"""


def _base(state):
    return getattr(state.keras.utils, "PyDataset", None) or state.keras.utils.Sequence


def made_of(state, source, count, item, epoch=None):
    """A source of `count(source)` batches, the batch `item(source, place)` at each place."""

    class Changed(_base(state)):
        def __init__(self):
            if not state.legacy:
                super().__init__(workers=1)

        def __len__(self):
            return count(source)

        def __getitem__(self, place):
            return item(source, place)

        def on_epoch_end(self):
            if hasattr(source, "on_epoch_end"):
                source.on_epoch_end()
            if epoch is not None:
                epoch()

    return Changed()


def joined(state, source, times):
    """So many batches become one."""
    return made_of(state, source, lambda one: math.ceil(len(one) / times),
                   lambda one, place: _tuple([one[at] for at in range(place * times, min(len(one), (place + 1) * times))]))  # fmt: skip


def _tuple(batches):
    return tuple(data.together([_leaf(one[place]) for one in batches]) for place in range(len(batches[0])))


def _leaf(x):
    return data.mapped(data.numbers, x)


def split(state, source, parts):
    """A batch becomes so many."""
    held = {}

    def item(one, place):
        at, part = divmod(place, parts)
        if at not in held:
            held.clear()
            held[at] = _leaf(tuple(one[at]))
        whole = held[at]
        length = data.rows(whole[0])
        edges = [round(length * edge / parts) for edge in (part, part + 1)]
        return data.mapped(lambda array: array[edges[0] : edges[1]], whole)

    return made_of(state, source, lambda one: len(one) * parts, item, held.clear)


def mixed(state, source):
    """All its examples in a new order each epoch; None where they are too many to hold."""
    chance = numpy.random.RandomState(1_000 + state.trial.seed)
    held = {}

    def fill():
        held.clear()
        batches = [_leaf(tuple(source[at])) for at in range(len(source))]
        held["sizes"] = numpy.cumsum([0] + [data.rows(one[0]) for one in batches])
        whole = _tuple(batches)
        order = chance.permutation(data.rows(whole[0]))
        held["all"] = data.mapped(lambda array: array[order], whole)

    if len(source) * sum(one.size for one in data.leaves(_leaf(tuple(source[0])))) > MOST:
        return None
    fill()

    def item(_, place):
        return data.mapped(lambda array: array[held["sizes"][place] : held["sizes"][place + 1]], held["all"])

    return made_of(state, source, len, item, fill)


def repeated(state, source):
    """Its first batch over and over."""
    first = _leaf(tuple(source[0]))
    return made_of(state, source, len, lambda _, place: first)


def strewn(state, source):
    """Its targets in a random order within each batch."""
    chance = numpy.random.RandomState(2_000 + state.trial.seed)

    def item(one, place):
        x, y, *rest = tuple(one[place])
        order = chance.permutation(data.rows(_leaf(y)))
        return (x, data.mapped(lambda array: data.numbers(array)[order], y), *rest)

    return made_of(state, source, len, item)


def generated(batches, change):
    """A generator whose batches go through `change`."""
    for one in batches:
        yield change(one)


def gathered(batches, times):
    """A generator that joins so many batches."""
    while True:
        found = [one for one, _ in zip(batches, range(times))]
        if not found:
            return
        yield _tuple([tuple(one) for one in found])


def halved(batches, parts):
    """A generator that cuts each batch into so many."""
    for batch in batches:
        whole = _leaf(tuple(batch))
        length = data.rows(whole[0])
        for part in range(parts):
            low, high = round(length * part / parts), round(length * (part + 1) / parts)
            if high > low:
                yield data.mapped(lambda array, low=low, high=high: array[low:high], whole)
