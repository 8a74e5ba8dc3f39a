"""The layers of a Keras model: what they are, which variables are theirs, and the weights with which they begin."""

import math

import numpy

from ..stream import number
from . import arrays

MOST_LAYERS = 400
MOST_WEIGHTS = 1 << 16
ACTIVATIONS = {
    "relu": "relu", "relu6": "relu6", "leaky_relu": "leaky-relu", "prelu": "prelu", "elu": "elu", "selu": "selu",
    "gelu": "gelu", "silu": "silu", "swish": "silu", "mish": "mish", "sigmoid": "sigmoid", "tanh": "tanh",
    "softmax": "softmax", "log_softmax": "log-softmax", "softplus": "softplus", "softsign": "softsign",
    "hard_sigmoid": "hard-sigmoid", "hard_tanh": "hard-tanh", "exponential": "exponential", "linear": "linear",
}  # fmt: skip
# layers that are an activation by themselves
KINDS = {"ReLU": "relu", "LeakyReLU": "leaky-relu", "PReLU": "prelu", "ELU": "elu", "Softmax": "softmax"}
RECURRENT = ("RNN", "LSTM", "GRU", "Bidirectional", "ConvLSTM")


def flat(model):
    """Every layer that is no container, in the order of the model; a recurrent layer counts as one."""
    out = []
    _collect(model, out, set())
    return out


def _collect(layer, out, seen):
    if id(layer) in seen or len(out) >= MOST_LAYERS:
        return
    seen.add(id(layer))
    inner = [] if recurrent(layer) else list(getattr(layer, "_layers", None) or _tracked(layer))
    for one in inner:
        if hasattr(one, "weights") and hasattr(one, "name"):
            _collect(one, out, seen)
    if not inner or own(layer, inner):
        out.append(layer)


def _tracked(layer):
    """Keras 2 keeps what a layer holds in a method."""
    ask = getattr(layer, "_flatten_layers", None)
    return list(ask(recursive=False, include_self=False)) if ask else []


def recurrent(layer):
    """Whether a layer runs a cell over time."""
    return any(word in type(layer).__name__ for word in RECURRENT)


def own(layer, inner=()):
    """The variables of a layer that belong to none within it, without seeds."""
    theirs = {id(one) for child in inner for one in getattr(child, "weights", [])}
    return [one for one in layer.weights if id(one) not in theirs and "seed" not in short(one)]


def short(variable):
    """The name of a variable within its layer, such as `kernel`."""
    return variable.name.split("/")[-1].split(":")[0]


def owners(model):
    """id of a variable -> (name of its layer, whether the layer only scales and shifts)."""
    out = {}
    for layer in flat(model):
        for one in layer.weights:
            out[id(one)] = (layer.name, norm(layer))
    return out


def norm(layer):
    """Whether a layer normalises."""
    return "Normalization" in type(layer).__name__


def activation(layer):
    """The name of what a layer does to its sums in the field's words, or None where it has no such thing."""
    if type(layer).__name__ in KINDS:
        return KINDS[type(layer).__name__]
    found = getattr(layer, "activation", None)
    if found is None:
        return None
    name = getattr(found, "__name__", None) or getattr(found, "name", None) or type(found).__name__
    name = str(name).lower()
    return ACTIVATIONS.get(name, name[:40])


def dropout(layer):
    """The share that a layer drops, as a float, or None."""
    for name in ("rate", "dropout"):
        value = getattr(layer, name, None)
        if isinstance(value, (int, float)) and not isinstance(value, bool) and ("rop" in type(layer).__name__ or value > 0):
            return float(value)
    return None


def fans(shape, kind=""):
    """Units in and out of a kernel of Keras' layout, [..., in, out]."""
    field = math.prod(shape[:-2]) if len(shape) > 2 else 1
    if "Depthwise" in kind:
        return field, field * shape[-1]
    return field * shape[-2], field * shape[-1]


def kernels(layer):
    """The weight matrices of a layer; the two rows of a GRU's biases are none."""
    matrices = [one for one in layer.weights if len(one.shape) >= 2 and not norm(layer)]
    return [one for one in matrices if not any(word in short(one) for word in ("embeddings", "bias"))]


def rows(model):
    """Rows of the table `layers`."""
    held = {id(one) for one in model.trainable_variables}
    out = []
    for layer in flat(model):
        mine = [one for one in layer.weights if "seed" not in short(one)]
        act, drop = activation(layer), dropout(layer)
        if not mine and act is None and drop is None:
            continue
        row = {"name": layer.name, "kind": type(layer).__name__}
        if mine:
            row["parameters"] = int(sum(math.prod(one.shape) for one in mine))
            row["trainable"] = any(id(one) in held for one in mine)
            # what may not be trained is in no optimizer of Keras'
            row["inOptimizer"] = row["trainable"]
            found = kernels(layer)
            if found:
                row["fanIn"], row["fanOut"] = fans(tuple(found[0].shape), type(layer).__name__)
                row["shape"] = [None, int(found[0].shape[-1])]
        if act is not None and not recurrent(layer):
            row["activation"] = act
        if norm(layer) and isinstance(getattr(layer, "momentum", None), float):
            # Keras counts the share of the old, PyTorch that of the new
            row["momentum"] = number(1.0 - layer.momentum)
        if drop is not None:
            row["dropout"] = number(drop)
        out.append(row)
    return out


def initial_rows(model, values):
    """Rows of the table `initialWeights`. `values`: id of a variable -> its array before the first step."""
    out = []
    for layer in flat(model):
        for one in kernels(layer):
            array = values.get(id(one))
            if array is not None and kindly(array):
                out.append(_initial(layer, one, array, values))
    return out[:MOST_LAYERS]


def kindly(array):
    """Whether an array holds floats."""
    return arrays.kind(array) == "float" and array.size > 0


def _initial(layer, variable, array, values):
    fan_in, fan_out = fans(array.shape, type(layer).__name__)
    units = array.reshape(-1, array.shape[-1])[:MOST_WEIGHTS, : max(2, MOST_WEIGHTS // max(1, array.shape[0]))].astype("float64")
    name = layer.name if short(variable) == "kernel" else f"{layer.name}.{short(variable)}"
    row = {
        "layer": name,
        "kind": type(layer).__name__,
        "fanIn": int(fan_in),
        "fanOut": int(fan_out),
        "mean": number(float(units.mean())),
        "spread": number(float(units.std())),
        "zero": number(float((units == 0).mean())),
        "symmetric": bool(units.shape[1] > 1 and (units == units[:, :1]).all()),
    }
    bias = next((values.get(id(one)) for one in layer.weights if "bias" in short(one)), None)
    # the gate that keeps what a recurrent layer remembers begins open on purpose
    if bias is not None and bias.size and not recurrent(layer):
        row["bias"] = number(float(numpy.abs(bias).max()))
    return row
