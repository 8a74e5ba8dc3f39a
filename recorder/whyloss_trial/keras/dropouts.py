"""Dropout: the shares of the layers that drop, or new ones behind each hidden activation."""

from whyloss.keras import layers
from whyloss.keras.answer import DROPS

from . import inserted, structure


def change(state, model):
    """`dropout` of a model that is about to be trained."""
    changed = []
    for layer in layers.flat(model):
        if type(layer).__name__ in DROPS:
            changed += _set(state, layer, layer, "rate")
        elif layers.recurrent(layer):
            for one in _cells(layer):
                for name in ("dropout", "recurrent_dropout"):
                    if isinstance(getattr(one, name, None), (int, float)) and getattr(one, name) > 0:
                        changed += _set(state, layer, one, name)
    if changed:
        if all(old == new for _, old, new in changed):
            state.report.refused("dropout", "same", rate=changed[0][1])
            return
        _, old, new = changed[0]
        state.report.applied("dropout", f"Dropout({new:g})", layers=[name for name, _, _ in changed], **{"from": old, "to": new})
    elif state.factor("dropout", None) is not None:
        state.report.refused("dropout", "no-layer")
    else:
        _put(state, model)


def _cells(layer):
    """A recurrent layer, or those that are in it, with the cells that drop."""
    inner = [getattr(layer, name) for name in ("forward_layer", "backward_layer") if hasattr(layer, name)] or [layer]
    return [getattr(one, "cell", one) for one in inner]


def _set(state, layer, owner, name):
    old = float(getattr(owner, name))
    new = min(0.99, state.scaled("dropout", old))
    if old > 0:
        setattr(owner, name, new)
        return [(layer.name, old, new)]
    return []


def _put(state, model):
    """There is none: one behind each hidden activation, or where nothing has one behind each hidden layer with weights."""
    rate = float(state.get("dropout"))
    hidden = [one for one in structure.hidden(model) if hasattr(one, "weights")]
    places = [one for one in hidden if layers.recurrent(one) or structure.activation(one) not in structure.NONE]
    places = places or [one for one in hidden if structure.weighted(one)]
    if not places or rate <= 0:
        state.report.refused("dropout", "no-layer" if rate > 0 else "same")
        return
    for one in places:
        inserted.behind(one, state.keras.layers.Dropout(rate))
    state.report.applied("dropout", f"Dropout({rate:g}) behind {', '.join(one.name for one in places)}", layers=[one.name for one in places],
                         inserted=True, **{"from": 0.0, "to": rate})  # fmt: skip
