"""The data that `fit` is given: what kind of source they are, and a part of them as NumPy arrays."""

import types

import numpy

from whyloss.keras import arrays

ROWS = 200_000
"""examples that statistics are taken over"""
BATCHES = 64


def leaves(x):
    """All arrays within lists, tuples and dicts."""
    if isinstance(x, dict):
        return [leaf for one in x.values() for leaf in leaves(one)]
    if isinstance(x, (list, tuple)):
        return [leaf for one in x for leaf in leaves(one)]
    return [] if x is None else [x]


def mapped(call, x):
    """The same structure with `call` of each array in its place."""
    if isinstance(x, dict):
        return type(x)((key, mapped(call, one)) for key, one in x.items())
    if isinstance(x, tuple) and hasattr(x, "_fields"):
        return type(x)(*(mapped(call, one) for one in x))
    if isinstance(x, (list, tuple)):
        return type(x)(mapped(call, one) for one in x)
    return None if x is None else call(x)


def kind(state, x):
    """arrays, dataset, sequence, generator, or None of what is known to nobody."""
    if hasattr(x, "element_spec") and hasattr(x, "batch"):
        return "dataset"
    utils = state.keras.utils
    source = getattr(utils, "PyDataset", None) or getattr(utils, "Sequence", None)
    if source is not None and isinstance(x, source):
        return "sequence"
    if isinstance(x, types.GeneratorType):
        return "generator"
    found = leaves(x)
    return "arrays" if found and all(hasattr(one, "shape") and len(one.shape) for one in found) else None


def numbers(one):
    """An array of any kind as NumPy, without a copy where it is that."""
    if isinstance(one, numpy.ndarray):
        return one
    return one.to_numpy() if hasattr(one, "to_numpy") else arrays.plain(one)


def rows(x):
    """How many examples arrays have."""
    return int(leaves(x)[0].shape[0])


def cut(given):
    """How many of the rows that `fit` is given are trained on."""
    share = given.get("validation_split") or 0.0
    count = rows(given["x"])
    return int(count * (1.0 - share)) if share and given.get("validation_data") is None else count


def some(state, given):
    """(x, y) of what is trained on as NumPy, a few thousand examples or the first batches; (None, None) of the unknown.

    What a generator gives for it stands before the rest again.
    """
    if "some" not in state.seen or state.seen["of"] is not given:
        state.seen = {"of": given, "some": _some(state, given)}
    return state.seen["some"]


def _some(state, given):
    x, y = given.get("x"), given.get("y")
    what = kind(state, x)
    if what == "arrays":
        end = cut(given)
        step = max(1, end // ROWS)
        return mapped(lambda one: numbers(one)[:end:step], x), mapped(lambda one: numbers(one)[:end:step], y)
    if what is None:
        return None, None
    return joined(first(given, what, BATCHES))


def first(given, what, most):
    """The first batches as tuples of structures of NumPy arrays."""
    x = given["x"]
    if what == "dataset":
        found = list(x.take(most))
    elif what == "sequence":
        found = [x[place] for place in range(min(len(x), most))]
    else:
        found = [one for one, _ in zip(x, range(most))]
        given["x"] = again(found, x)
    return [mapped(numbers, one if isinstance(one, tuple) else (one,)) for one in found]


def again(found, rest):
    """A generator of what was taken and of what is left."""
    yield from found
    yield from rest


def joined(batches):
    """(x, y) of batches as arrays, joined."""
    if not batches:
        return None, None
    return together([one[0] for one in batches]), together([one[1] for one in batches]) if len(batches[0]) > 1 else None


def together(parts):
    """Structures of arrays, joined along the first axis."""
    head = parts[0]
    if head is None:
        return None
    if isinstance(head, dict):
        return {key: together([one[key] for one in parts]) for key in head}
    if isinstance(head, (list, tuple)):
        return type(head)(together([one[place] for one in parts]) for place in range(len(head)))
    return numpy.concatenate(parts)


def size(state, given):
    """Examples of a batch, or None."""
    what = kind(state, given.get("x"))
    if what == "arrays":
        return int(given.get("batch_size") or 32)
    x, _ = (None, None) if what is None else joined(first(given, what, 1))
    return rows(x) if x is not None else None
