"""One close look at a step: what it did to the weights, and what a second answer to its batch shows."""

import math

import numpy

from ..stream import number
from . import layers, values

PART = 4096
"""values of each variable of a large model by which its movement is judged"""
BOUND = 0.01
TINY = 1e-12


class Look:
    """The weights before and after one step, its batch, and the measures."""

    def __init__(self, step, model, large=False):
        self.step = step
        self.number = 0
        self.large = large
        self.whole = {}
        self.layers = {}
        self.batch = None
        self.moved = None
        self._model = model
        self._part = PART if large else None
        self.before = values.copies(model, "trainable", self._part)
        self.rest = [] if large else values.copies(model, "non_trainable")
        self.after = None

    def ended(self, batch, number):
        """The step is over. `batch`: (x, y, weight), or None; `number`: of this look, from 1."""
        self.batch = batch
        self.number = number
        self.after = values.copies(self._model, "trainable", self._part)

    def movement(self, owners, moves=True):
        """Norms of the weights and of what the step added to them. `moves`: False where a step needs not move them."""
        sizes, steps, total, whole = {}, {}, 0.0, 0.0
        for variable, old, new in zip(self._model.trainable_variables, self.before, self.after):
            layer, norm = owners.get(id(variable), (variable.name, False))
            size, step = _norm(old), _norm(new.astype("float64") - old)
            total, whole = total + size * size, whole + step * step
            if len(variable.shape) >= 2 and not norm:
                sizes[layer] = math.hypot(sizes.get(layer, 0.0), size)
                steps[layer] = math.hypot(steps.get(layer, 0.0), step)
        self.moved = whole != 0 or not moves
        self.layers["weight-norm"] = sizes
        self.whole["weight-norm"] = math.sqrt(total)
        if moves:
            self.layers["update-ratio"] = {one: steps[one] / size for one, size in sizes.items() if size > 0}
            if total > 0:
                self.whole["update-ratio"] = math.sqrt(whole / total)

    def gradients(self, found, owners, loss):
        """Norms of the gradients, and what they foretold of this step."""
        by_layer, total, foretold = {}, 0.0, 0.0
        for variable, gradient, old, new in zip(self._model.trainable_variables, found, self.before, self.after):
            if gradient is None:
                continue
            layer, norm = owners.get(id(variable), (variable.name, False))
            size = _norm(gradient)
            total += size * size
            foretold += float((gradient.astype("float64") * (new.astype("float64") - old)).sum())
            if gradient.ndim >= 2 and not norm:
                by_layer[layer] = math.hypot(by_layer.get(layer, 0.0), size)
        self.layers["gradient-norm"] = by_layer
        self.whole["gradient-norm"] = math.sqrt(total)
        return foretold / max(abs(loss), TINY)

    def activity(self, outputs):
        """What the layers put out: dead and saturated shares, and spreads. `outputs`: (layer, array) pairs."""
        for layer, array in outputs:
            if array.ndim < 2 or array.dtype.kind != "f":
                continue
            for metric, value in _measure(layers.activation(layer), array, _axis(layer, array)).items():
                self.layers.setdefault(metric, {}).setdefault(layer.name, value)

    def named(self):
        """Every layer that some measure speaks of."""
        return list(dict.fromkeys(name for by_layer in self.layers.values() for name in by_layer))[: layers.MOST_LAYERS]

    def row(self, names):
        """The row for the stream, its layers in the order of `names`."""
        columns = {
            metric: [number(by_layer[one], 4) if one in by_layer else None for one in names]
            for metric, by_layer in self.layers.items()
            if by_layer
        }
        return {"k": "look", "step": self.step, "whole": {one: number(value) for one, value in self.whole.items()}, "layers": columns}


def _norm(array):
    return float(numpy.sqrt(numpy.square(array, dtype="float64").sum())) if array is not None else 0.0


def _axis(layer, array):
    """The axis of units: the last, or where images have their channels first, the second."""
    return 1 if getattr(layer, "data_format", "") == "channels_first" and array.ndim > 2 else array.ndim - 1


def _measure(label, array, axis):
    out = {"activation-spread": float(array.std(dtype="float64"))}
    if label in ("relu", "relu6"):
        # dead is a unit that no example of the batch moves
        moved = numpy.moveaxis(array > 0, axis, -1).reshape(-1, array.shape[axis]).any(0)
        out["dead-share"] = 1.0 - float(moved.mean())
    elif label == "tanh":
        out["saturated-share"] = float((abs(array) > 1 - 2 * BOUND).mean())
    elif label == "sigmoid":
        out["saturated-share"] = float(((array < BOUND) | (array > 1 - BOUND)).mean())
    return out
