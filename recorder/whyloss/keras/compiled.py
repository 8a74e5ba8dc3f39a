"""What `compile` was told: the loss, the optimizer, and how the last layer goes with them."""

import math

from ..stream import number, plain
from . import layers

# Keras' name without its case and its underscores -> (canonical name, whether it takes logits where it is not asked)
LOSSES = {
    "sparsecategoricalcrossentropy": ("cross-entropy", False),
    "categoricalcrossentropy": ("cross-entropy", False),
    "categoricalfocalcrossentropy": ("cross-entropy", False),
    "binarycrossentropy": ("binary-cross-entropy", False),
    "binaryfocalcrossentropy": ("binary-cross-entropy", False),
    "meansquarederror": ("mse", None), "mse": ("mse", None),
    "meanabsoluteerror": ("mae", None), "mae": ("mae", None),
    "meansquaredlogarithmicerror": ("msle", None), "msle": ("msle", None),
    "meanabsolutepercentageerror": ("mape", None), "mape": ("mape", None),
    "huber": ("huber", None), "huberloss": ("huber", None), "logcosh": ("huber", None),
    "kldivergence": ("kl", None), "kullbackleiblerdivergence": ("kl", None), "kld": ("kl", None),
    "poisson": ("poisson", None), "hinge": ("hinge", None), "squaredhinge": ("hinge", None),
    "categoricalhinge": ("hinge", None), "cosinesimilarity": ("cosine", None), "ctc": ("ctc", None),
}  # fmt: skip
OPTIMIZERS = {"sgd": "sgd", "adam": "adam", "adamw": "adamw", "rmsprop": "rmsprop", "adagrad": "adagrad", "adadelta": "adadelta",
              "adamax": "adamax", "nadam": "nadam", "ftrl": "ftrl", "adafactor": "adafactor", "lion": "lion", "lamb": "lamb"}  # fmt: skip


def loss(model):
    """(Keras' own name, canonical name, takes logits or None, settings) of a model's loss; None where it has several or none.

    A loss of the user's own has its function's name for both.
    """
    found = getattr(model, "loss", None)
    if isinstance(found, (list, tuple)) and len(found) == 1:
        found = found[0]
    if found is None or isinstance(found, (list, tuple, dict)):
        return None
    name = found if isinstance(found, str) else getattr(found, "__name__", None) or type(found).__name__
    canonical, logits = LOSSES.get(name.replace("_", "").lower(), (name, None))
    config = found.get_config() if hasattr(found, "get_config") else {}
    given = config.get("fn_kwargs") if isinstance(config.get("fn_kwargs"), dict) else config
    said = []
    if logits is not None and given.get("from_logits") is not None:
        logits = bool(given["from_logits"])
    for key, usual in (("label_smoothing", 0.0), ("delta", 1.0), ("ignore_class", None)):
        if given.get(key) is not None and given[key] != usual and isinstance(given[key], (int, float)):
            said.append(f"{key}={given[key]}")
    return name, canonical, logits, said


def reduction(model):
    """How the compiled loss joins examples: mean or sum."""
    return "sum" if getattr(getattr(model, "loss", None), "reduction", None) == "sum" else "mean"


def last(model):
    """What made the model's output, in the field's words: an activation, linear, or a layer's class."""
    for layer in reversed(layers.flat(model)):
        act = layers.activation(layer)
        if act is not None and not layers.recurrent(layer):
            return act
        if layer.weights:
            return "linear" if layers.kernels(layer) else type(layer).__name__
    return ""


def optimizer(model):
    """The optimizer that steps: of one that scales the loss, the one within."""
    found = model.optimizer
    return getattr(found, "inner_optimizer", None) or found


def kind(one):
    """The field's name of an optimizer."""
    name = type(one).__name__
    return OPTIMIZERS.get(name.lower(), name)


def config(one):
    """What an optimizer was given, plain values only."""
    try:
        found = one.get_config()
    except Exception:  # of an optimizer of the user's own
        return {}
    return {key: value for key, value in found.items() if isinstance(value, (bool, int, float, str)) or value is None}


def momentum(told):
    """Momentum, or Adam's first beta; None where it has neither."""
    for key in ("momentum", "beta_1"):
        if isinstance(told.get(key), (int, float)):
            return float(told[key])
    return None


def optimizer_row(model, rate):
    """The row of the table `optimizers`. `rate`: its learning rate now, a float."""
    one = optimizer(model)
    told = config(one)
    learns = sum(math.prod(v.shape) for v in model.trainable_variables)
    fixed = sum(math.prod(v.shape) for layer in layers.flat(model) if not layer.trainable for v in layer.weights if "seed" not in layers.short(v))
    row = {
        "id": 0,
        "kind": kind(one),
        "learningRate": number(rate),
        "settings": plain(told),
        "groups": 1,
        "parameters": int(learns + fixed),
        "frozen": int(fixed),
        "leftOut": 0,
        "leftOutNames": [],
    }
    if momentum(told) is not None:
        row["momentum"] = number(momentum(told))
    if isinstance(told.get("weight_decay"), (int, float)):
        row["weightDecay"] = number(float(told["weight_decay"]))
    return row


def optimizer_facts(say, model, rate):
    """Its settings as facts."""
    one = optimizer(model)
    told = config(one)
    shown = ", ".join(f"{key}={value}" for key, value in told.items() if value not in (None, False) and key not in ("name", "learning_rate"))
    quote = f"{type(one).__name__}(learning_rate={number(rate)}, {shown})"
    say("optimizer", kind(one), quote)
    if rate == rate:
        say("learning_rate", rate, quote)
    if isinstance(told.get("weight_decay"), (int, float)) and not isinstance(told["weight_decay"], bool):
        say("weight_decay", float(told["weight_decay"]), quote)
    if momentum(told) is not None:
        say("momentum", momentum(told), quote)
    for key in ("clipnorm", "global_clipnorm", "clipvalue"):
        if isinstance(told.get(key), (int, float)):
            say("gradient_clip", float(told[key]), f"{key}={told[key]}")
    schedule = getattr(one, "_learning_rate", None)
    if schedule is not None and hasattr(schedule, "get_config"):
        say("schedule", type(schedule).__name__, type(schedule).__name__)
