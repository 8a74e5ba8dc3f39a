"""What the model is given, changed on its way in: features standardised, missing cells filled, noise while training.

It is done within the model, by statistics of the training data, so that whatever is trained on, evaluated, predicted or
computed by hand is changed alike, of whatever source it comes.
"""

import math

import numpy

from whyloss.keras import layers

from . import data, inserted
from .state import overridden

CHANGES = ("impute", "input_noise", "standardize_inputs")


class Told:
    """Statistics of one input: features, or channels, along the last axis."""

    def __init__(self, array, alone):
        """`alone`: whether all cells are one feature."""
        known = array.astype("float64")
        good = numpy.isfinite(known)
        axes = None if alone or known.ndim < 2 else tuple(range(known.ndim - 1))
        count = numpy.maximum(good.sum(axis=axes), 1)
        known = numpy.where(good, known, 0.0)
        self.mean = known.sum(axis=axes) / count
        spread = numpy.sqrt((numpy.where(good, known - self.mean, 0.0) ** 2).sum(axis=axes) / count)
        self.spread = numpy.where(spread > 1e-7 * numpy.maximum(abs(self.mean), 1e-30), spread, 1.0)
        self.missing = int((~good).sum())
        self.standard = bool(numpy.all(abs(self.mean) < 0.05 * self.spread) and numpy.all((abs(self.spread - 1) < 0.05) | (spread == 0)))


def change(state, model, given):
    """All three of them at once, for a model that is about to be trained on `given`."""
    asked = [one for one in CHANGES if state.get(one) is not None]
    x, _ = data.some(state, given)
    found = data.leaves(x)
    if not found or any(one is None for one in found):
        for one in asked:
            state.report.refused(one, "unknown-data", source=type(given.get("x")).__name__)
        return
    embedded = any("Embedding" in type(one).__name__ for one in layers.flat(model))
    told = [None if embedded and one.dtype.kind in "iub" or one.dtype.kind not in "fiub" else Told(one, _alone(model, one)) for one in found]
    if not any(told):
        for one in asked:
            state.report.refused(one, "unsupported", reason="the inputs are no numbers but ids")
        return
    asked = [one for one in asked if _useful(state, one, [one for one in told if one])]
    if not asked:
        return
    noise = _noise(state, model) if "input_noise" in asked else None

    def inward(call):
        def changed(*args, **kwargs):
            name = None if args else next(iter(kwargs))
            given, left = args[0] if args else kwargs[name], iter(told)
            try:
                made = data.mapped(lambda one: _through(state, one, next(left), asked, noise), given)
            except Exception as error:
                state.withdrawn(asked, error)
                made = given
            return call(made, *args[1:], **kwargs) if args else call(**{**kwargs, name: made})

        return changed

    overridden(model, "call", inward)
    for one in asked:
        _say(state, one, [one for one in told if one][0])


def _alone(model, array):
    """Whether all cells of an example are one feature: images without a channel."""
    if array.ndim != 3 or array.shape[-1] <= 4:
        return False
    first = next((one for one in layers.flat(model) if one.weights or "Flatten" in type(one).__name__ or "Reshape" in type(one).__name__), None)
    return first is not None and ("Flatten" in type(first).__name__ or "Reshape" in type(first).__name__)


def _useful(state, change, told):
    """Whether there is anything to change; where not, that is said."""
    if change == "impute" and not any(one.missing for one in told):
        state.report.refused(change, "same", reason="no cell is missing")
        return False
    if change == "standardize_inputs" and all(one.standard for one in told):
        state.report.refused(change, "same")
        return False
    return True


def _noise(state, model):
    """A layer that makes noise of spread 1 while training."""
    host = next(one for one in layers.flat(model) if type(one).__name__ != "InputLayer")
    return inserted.inside(host, state.keras.layers.GaussianNoise(1.0))


def _through(state, x, told, asked, noise):
    if told is None:
        return x
    ops = state.ops
    out = ops.cast(x, "float32")
    mean, spread = told.mean.astype("float32"), told.spread.astype("float32")
    if "impute" in asked:
        out = ops.where(ops.finite(out), out, ops.zeros_like(out) + mean)
    if noise is not None:
        out = out + ops.cast(noise(ops.zeros_like(out)), "float32") * (spread * float(state.get("input_noise")))
    if "standardize_inputs" in asked:
        out = (out - mean) / spread
    return out


def _say(state, change, told):
    noise = f"GaussianNoise({state.get('input_noise')} * std)"
    how = {"impute": "np.where(np.isfinite(x), x, mean)", "standardize_inputs": "(x - mean) / std", "input_noise": noise}[change]
    values = {name: [float(f"{one:.6g}") for one in numpy.atleast_1d(found)[:50]] for name, found in (("mean", told.mean), ("std", told.spread))}
    if change == "impute":
        values["missing"] = told.missing
    state.report.applied(change, how, features=math.prod(numpy.shape(told.mean)) or 1, **values)
