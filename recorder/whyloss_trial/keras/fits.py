"""What `fit` is told: the size of batches, how often the data are passed, their order, and the weights of classes."""

import math

import numpy

from . import data, sources, targets


def batch_size(state, model, given):
    """`batch_size`; what is evaluated keeps its own."""
    x = given["x"]
    what, old = data.kind(state, x), data.size(state, given)
    if what is None or not old:
        state.report.refused("batch_size", "unknown-data", source=type(x).__name__)
        return
    new = max(1, round(state.scaled("batch_size", old)))
    if what == "arrays":
        new = min(new, data.cut(given))
    if new == old:
        state.report.refused("batch_size", "same", batch_size=old)
        return
    if what == "arrays":
        given["validation_batch_size"] = given.get("validation_batch_size") or old
        given["batch_size"] = new
    elif what == "dataset":
        given["x"] = x.rebatch(new) if hasattr(x, "rebatch") else x.unbatch().batch(new)
    else:
        new = _source(state, given, what, old, new)
    if given.get("steps_per_epoch"):
        given["steps_per_epoch"] = max(1, round(given["steps_per_epoch"] * old / new))
    if state.trial.steps and not state.fitted:
        state.rates.steps = max(1, round(state.rates.steps * old / new))
    state.report.applied("batch_size", f"batch_size={new}", argument="batch_size" if what == "arrays" else what, **{"from": old, "to": new})


def _source(state, given, what, old, new):
    """Of batches that come ready made only whole numbers are joined or made of each."""
    times, parts = max(1, round(new / old)), max(1, round(old / new))
    if what == "sequence":
        given["x"] = sources.joined(state, given["x"], times) if new > old else sources.split(state, given["x"], parts)
    else:
        given["x"] = sources.gathered(given["x"], times) if new > old else sources.halved(given["x"], parts)
    return old * times if new > old else math.ceil(old / parts)


def epochs(state, model, given):
    """`epochs`."""
    begin, end = int(given.get("initial_epoch") or 0), int(given.get("epochs") or 1)
    if data.kind(state, given["x"]) == "generator" and not given.get("steps_per_epoch"):
        state.report.refused("epochs", "unknown-data", reason="a generator that ends")
        return
    new = begin + max(1, round(state.scaled("epochs", end - begin)))
    given["epochs"] = new
    if state.trial.steps and not state.fitted:
        state.rates.steps = max(1, round(state.rates.steps * (new - begin) / max(1, end - begin)))
    state.report.applied("epochs", f"epochs={new}", **{"from": end, "to": new})


def shuffle(state, model, given):
    """`shuffle`."""
    x = given["x"]
    what = data.kind(state, x)
    if what == "arrays":
        if given.get("shuffle") is True or given.get("shuffle") == 1:
            state.report.refused("shuffle", "same")
            return
        given["shuffle"] = True
        state.report.applied("shuffle", "shuffle=True", argument="shuffle", **{"from": False, "to": True})
    elif what == "dataset":
        size = data.size(state, given)
        count = int(x.cardinality())
        buffer = min(count * size, 1 << 17) if count > 0 else 1 << 14
        given["x"] = x.unbatch().shuffle(buffer, seed=1_000 + state.trial.seed, reshuffle_each_iteration=True).batch(size)
        if count == -1 and not given.get("steps_per_epoch") or count > 0:
            # an endless one is endless still; the length of another is kept for the bar
            given["x"] = given["x"].apply(_length(count)) if count > 0 else given["x"]
        state.report.applied("shuffle", f"shuffle({buffer})", argument="dataset", buffer=buffer)
    elif what == "sequence":
        made = sources.mixed(state, x)
        if made is None:
            state.report.refused("shuffle", "unknown-data", reason="too many examples to hold")
            return
        given["x"] = made
        state.report.applied("shuffle", "all examples in a new order each epoch", argument="sequence")
    else:
        state.report.refused("shuffle", "unknown-data", source=type(x).__name__)


def _length(count):
    import tensorflow as tf

    return tf.data.experimental.assert_cardinality(count)


def class_weights(state, model, given):
    """`class_weights`: of training only, as Keras has it."""
    if given.get("class_weight"):
        state.report.refused("class_weights", "same", reason="classes are weighted already")
        return
    what, y = data.kind(state, given["x"]), targets.few(state, given)
    if y is None or what in (None, "generator"):
        state.report.refused("class_weights", "unknown-data", source=type(given["x"]).__name__)
        return
    if y.ndim > 1 and y.shape[-1] > 1:
        if y.ndim > 2 or not (((y == 0) | (y == 1)).all() and (y.sum(-1) == 1).all()):
            state.report.refused("class_weights", "unsupported", reason="the targets are no classes")
            return
        y = y.argmax(-1)
    y = y.reshape(-1)
    if not targets.ids(y):
        state.report.refused("class_weights", "unsupported", reason="the targets are no classes")
        return
    names, counts = numpy.unique(y.astype("int64"), return_counts=True)
    weights = {int(name): float(len(y) / (len(names) * count)) for name, count in zip(names, counts)}
    if len(names) < 2 or counts.max() < 1.05 * counts.min():
        state.report.refused("class_weights", "same", counts=[int(one) for one in counts[:20]])
        return
    if given.get("sample_weight") is not None:
        own = data.numbers(given["sample_weight"])
        whole = data.numbers(data.leaves(given["y"])[0])
        whole = whole.argmax(-1) if whole.ndim > 1 and whole.shape[-1] > 1 else whole.reshape(-1)
        given["sample_weight"] = own * numpy.array([weights.get(int(one), 1.0) for one in whole])
    else:
        # Keras looks a class up by its number: those that are missing have no example either
        given["class_weight"] = {name: weights.get(name, 1.0) for name in range(int(names.max()) + 1)}
    shown = {name: round(value, 4) for name, value in list(weights.items())[:20]}
    state.report.applied("class_weights", f"class_weight={shown}", weights={str(name): value for name, value in shown.items()})
