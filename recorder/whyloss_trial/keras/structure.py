"""Which layers of a model are behind its last weights, and which activations lie between its layers."""

from whyloss.keras import layers

WEIGHTLESS = ("Reshape", "Flatten", "Dropout", "Activation", "Softmax", "ReLU", "LeakyReLU", "ELU", "Lambda", "Rescaling", "Permute")
OPERATIONS = {"Relu": "relu", "Sigmoid": "sigmoid", "Tanh": "tanh", "Softmax": "softmax", "Gelu": "gelu", "Elu": "elu", "Selu": "selu",
              "LeakyRelu": "leaky-relu", "Silu": "silu", "LogSoftmax": "log-softmax", "Softplus": "softplus", "HardSigmoid": "hard-sigmoid"}  # fmt: skip
"""functions of Keras 3 that became steps of a functional model"""
NONE = (None, "linear")


def parts(model):
    """All layers in their order, and functions among them where the model knows them."""
    known = getattr(model, "operations", None)
    if not known:
        return layers.flat(model)
    out = []
    for one in known:
        if hasattr(one, "weights"):
            out += layers.flat(one)
        elif type(one).__name__ in OPERATIONS:
            out.append(one)
    return out


def activation(part):
    """Its name in the field's words, or None."""
    return OPERATIONS.get(type(part).__name__) if not hasattr(part, "weights") else layers.activation(part)


def weighted(part):
    """Whether it multiplies its input by weights of its own."""
    return hasattr(part, "weights") and (hasattr(part, "units") or hasattr(part, "filters") or hasattr(part, "kernel_initializer") or layers.recurrent(part))


def tail(model):
    """The last weighted layer and what is behind it, in order; empty of a model without one or with several outputs."""
    if len(getattr(model, "outputs", None) or [0]) > 1:
        return []
    out = []
    for part in reversed(parts(model)):
        out.insert(0, part)
        if weighted(part):
            return out
        if hasattr(part, "weights") and type(part).__name__ not in WEIGHTLESS:
            return []
    return []


def acting(model):
    """(part, activation) of the tail that is more than linear."""
    found = ((part, activation(part)) for part in tail(model) if not layers.recurrent(part))
    return [(part, name) for part, name in found if name not in NONE]


def hidden(model):
    """Layers and functions before the tail."""
    last = {id(one) for one in tail(model)}
    return [one for one in parts(model) if id(one) not in last]


def units(model):
    """How many numbers the last weighted layer puts out, or None."""
    last = tail(model)
    return int(getattr(last[0], "units", None) or getattr(last[0], "filters", None) or 0) or None if last else None
