"""The targets: what kind of numbers they are, and a model that learns them standardised.

The model's output is in the data's own units all along, so that whatever is predicted or evaluated is; only the loss it
is trained by is computed in the standardised ones.
"""

import numpy

from whyloss.keras import compiled

from . import data, losses, pairing, structure
from .state import overridden


def few(state, given):
    """The targets of one output as an array, or None."""
    _, y = data.some(state, given)
    found = data.leaves(y)
    if len(found) != 1 or found[0] is None or found[0].dtype.kind not in "fiub" or not found[0].size:
        return None
    known = found[0].astype("float64", copy=False) if found[0].dtype.kind in "fb" else found[0]
    return known[numpy.isfinite(known).reshape(len(known), -1).all(1)] if known.dtype.kind == "f" else known


def whole(y):
    """Whether all are whole numbers."""
    return bool((y == numpy.round(y)).all())


def distinct(y):
    """How many different ones there are."""
    return len(numpy.unique(y))


def ids(y):
    """Whether they look like numbers of classes."""
    return bool(y.size) and y.min() >= 0 and whole(y) and distinct(y) <= max(2, min(1000, len(y) // 2)) and y.max() < 1000


def one_each(y):
    """Whether each example has one."""
    return y.ndim == 1 or y.shape[-1] == 1


def standardize(state, model, given):
    """`standardize_targets`."""
    if model in state.standard:
        # its output is in the data's own units already; a new loss was compiled
        losses.replace(state, model, change=state.standard[model])
        return
    told, y = compiled.loss(model), few(state, given)
    if told is None:
        state.report.refused("standardize_targets", "no-loss")
        return
    if told[1] in pairing.CROSS or not structure.tail(model) or y is None or not len(y):
        state.report.refused("standardize_targets", "unsupported", reason="not a regression on one output" if y is not None else "no targets are known")
        return
    axis = 0 if y.ndim == 2 and y.shape[1] > 1 else None
    mean, spread = y.mean(axis=axis), y.std(axis=axis)
    spread = numpy.where(spread > 0, spread, 1.0)
    if numpy.all(abs(mean) < 0.05 * spread) and numpy.all(abs(spread - 1) < 0.05):
        state.report.refused("standardize_targets", "same")
        return
    ops, mean32, spread32 = state.ops, numpy.asarray(mean, "float32"), numpy.asarray(spread, "float32")

    def standard(one):
        return (ops.cast(one, "float32") - mean32) / spread32

    state.standard[model] = lambda y_true, y_pred: (standard(y_true), standard(y_pred))
    losses.replace(state, model, change=state.standard[model])

    def call(original):
        def outward(*args, **kwargs):
            return ops.cast(original(*args, **kwargs), "float32") * spread32 + mean32

        return outward

    overridden(model, "call", call)
    state.report.applied("standardize_targets", "(y - mean) / std while training", mean=_list(mean), std=_list(spread))


def _list(array):
    return [float(f"{one:.6g}") for one in numpy.atleast_1d(array)[:20]]
