"""Tests that separate causes, as data: one batch over and over, and targets that do not belong to their inputs."""

import numpy

from . import data, sources


def one_batch(state, model, given):
    """`overfit_one_batch`."""
    x = given["x"]
    what, size = data.kind(state, x), data.size(state, given)
    if what is None or not size:
        state.report.refused("overfit_one_batch", "unknown-data", source=type(x).__name__)
        return
    if what == "arrays":
        end, total = data.cut(given), data.rows(x)
        mixed = bool(given.get("shuffle"))
        # of data in order the first batch may hold one class only, which the training never meets where it mixes
        some = numpy.random.RandomState(3_000).permutation(end)[:size] if mixed else numpy.arange(min(size, end))
        order = numpy.concatenate([numpy.resize(some, end), numpy.arange(end, total)])
        _rows(given, order)
        given["shuffle"] = False
    elif what == "dataset":
        first, count = x.take(1).cache(), int(x.cardinality())
        given["x"] = first.repeat(count if count > 0 else None if count == -1 else sum(1 for _ in x))
    elif what == "sequence":
        given["x"] = sources.repeated(state, x)
    else:
        (first, rest) = data.first(given, what, 1), given["x"]
        given["x"] = sources.generated(rest, lambda _: first[0])
    state.report.applied("overfit_one_batch", f"one batch of {size}", batch_size=size)


def _rows(given, order):
    for name in ("x", "y", "sample_weight"):
        if given.get(name) is not None:
            given[name] = data.mapped(lambda one: data.numbers(one)[order], given[name])


def strewn_labels(state, model, given):
    """`shuffled_labels`; of arrays over all of what is trained on, once."""
    x = given["x"]
    what = data.kind(state, x)
    if what is None:
        state.report.refused("shuffled_labels", "unknown-data", source=type(x).__name__)
        return
    chance = numpy.random.RandomState(2_000 + state.trial.seed)
    if what == "arrays":
        end = data.cut(given)
        order = numpy.concatenate([chance.permutation(end), numpy.arange(end, data.rows(x))])
        given["y"] = data.mapped(lambda one: data.numbers(one)[order], given["y"])
    elif what == "dataset":
        import tensorflow as tf

        def mix(*batch):
            order = tf.random.shuffle(tf.range(tf.shape(tf.nest.flatten(batch[1])[0])[0]), seed=2_000 + state.trial.seed)
            return (batch[0], tf.nest.map_structure(lambda one: tf.gather(one, order), batch[1]), *batch[2:])

        given["x"] = x.map(mix)
    elif what == "sequence":
        given["x"] = sources.strewn(state, x)
    else:

        def mix(batch):
            order = chance.permutation(data.rows(batch[1]))
            return (batch[0], data.mapped(lambda one: data.numbers(one)[order], batch[1]), *batch[2:])

        given["x"] = sources.generated(x, mix)
    state.report.applied("shuffled_labels", "targets in a random order" + (", once" if what == "arrays" else " within each batch"))
