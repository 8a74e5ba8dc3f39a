"""The penalties that layers add to the loss: weaker or stronger while training.

A penalty that is weakened makes the loss smaller without making the model any better. What is evaluated keeps the
program's own; `penalties` "unmeasured" leaves them out there, for two arms that are compared.
"""

import functools

from whyloss.keras import layers

PLACES = ("kernel_regularizer", "bias_regularizer", "recurrent_regularizer", "activity_regularizer", "depthwise_regularizer",
          "pointwise_regularizer", "embeddings_regularizer", "beta_regularizer", "gamma_regularizer")  # fmt: skip


def found(model):
    """(layer, place, regularizer) of all that a model has."""
    out = []
    for layer in layers.flat(model):
        for one in (layer, getattr(layer, "cell", None)):
            for place in PLACES:
                regularizer = getattr(one, place, None)
                if regularizer is not None and not any(regularizer is known for _, _, known in out):
                    out.append((layer, place, regularizer))
    return out


def change(state, model):
    """`weight_decay` of a model that is about to be trained."""
    factor, number = state.factor("weight_decay", None), state.get("weight_decay")
    if factor is None and number != 0:
        # a number is the optimizer's; penalties that are there stay
        state.report.refused("weight_decay", "unsupported", reason="the optimizer has no such decay, or decays so already")
        return
    held = found(model)
    for _, _, regularizer in held:
        _scale(state, regularizer, factor or 0.0)
    if held:
        layer, place, regularizer = held[0]
        config = regularizer.get_config() if hasattr(regularizer, "get_config") else {}
        told = {key: float(value) for key, value in config.items() if isinstance(value, (int, float)) or hasattr(value, "dtype")}
        state.report.applied("weight_decay", f"penalties of {len(held)} places times {factor or 0.0:g}", layer=layer.name, argument=place,
                             factor=factor or 0.0, places=len(held), **{"from": told})  # fmt: skip
    state.report.refused("weight_decay", "no-layer", reason="there is no decay and no penalty")


def unmeasured(state, model):
    """`penalties`: what is evaluated has none."""
    held = found(model)
    for _, _, regularizer in held:
        state.penalties.setdefault(id(regularizer), (regularizer, 1.0))
        _watched(state, type(regularizer))
    if held:
        state.report.applied("penalties", "not counted where the loss is evaluated", places=len(held))
    else:
        state.report.refused("penalties", "same")


def _scale(state, regularizer, factor):
    state.penalties[id(regularizer)] = (regularizer, factor)
    _watched(state, type(regularizer))


def _watched(state, kind):
    """Let what regularizers of a class give be scaled."""
    if kind in state.penalised:
        return
    state.penalised.add(kind)
    original = kind.__call__

    @functools.wraps(original)
    def __call__(one, x):
        value, known = original(one, x), state.penalties.get(id(one))
        if known is None:
            return value
        evaluated = 0.0 if state.get("penalties") == "unmeasured" else 1.0
        return value * (evaluated if state.evaluating else known[1])

    kind.__call__ = __call__
