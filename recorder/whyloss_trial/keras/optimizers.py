"""The optimizer that `compile` is given: another one in its place, its momentum, its decay, and the clipping of gradients."""

import importlib

from . import rates

USUAL = {"adam": ("Adam", 1e-3, {}), "adamw": ("AdamW", 1e-3, {}), "rmsprop": ("RMSprop", 1e-3, {}), "sgd": ("SGD", 1e-2, {"momentum": 0.9})}
KEPT = ("clipnorm", "clipvalue", "global_clipnorm")
"""what goes over to an optimizer that takes another's place"""


def compiled(state, given):
    """What takes the place of the optimizer that `compile` is given."""
    one = state.keras.optimizers.get(given)
    inner = getattr(one, "inner_optimizer", None)
    if state.get("optimizer") is not None:
        made = state.guarded("optimizer", swapped, state, inner or one)
        if made is not None:
            one, inner = made, None
    ready(state, inner or one)
    return one


def ready(state, one):
    """An optimizer is about to be used, by a model or by a loop of the user's own."""
    if one is None or one in state.known:
        return
    state.known.add(one)
    asked = next((name for name in rates.CHANGES if state.get(name) is not None), None)
    if asked:
        state.guarded(asked, state.rates.met, one)
    for change, make in (("momentum", momentum), ("gradient_clip", clip), ("weight_decay", decay)):
        if state.get(change) is not None:
            state.guarded(change, make, state, one)


def swapped(state, old):
    """Another optimizer, which follows the schedule of the old one's rate at its own height."""
    kind, usual, more = USUAL[state.get("optimizer")]
    if type(old).__name__ == kind and not (kind == "SGD" and not _momentum(old)):
        state.report.refused("optimizer", "same", optimizer=kind)
        return None
    raw = rates.raw_rate(state, old)
    found = getattr(old, "_learning_rate", None)
    schedule = found if callable(found) and hasattr(found, "get_config") else None
    rate = schedule if schedule is not None and raw else usual
    for name in KEPT:
        if getattr(old, name, None) is not None:
            more = {**more, name: getattr(old, name)}
    new = _class(state, kind)(learning_rate=rate, **more)
    if schedule is not None and raw:
        state.rates.usual[new] = usual / raw
    elif raw and schedule is None:
        # callbacks set rates of the program's own height
        new.learning_rate = raw
        state.rates.usual[new] = usual / raw
    to = usual * (state.factor("learning_rate", state.get("learning_rate") or 1) or 1)
    state.report.applied("optimizer", f"{kind}(learning_rate={to:g}{''.join(f', {k}={v}' for k, v in more.items())})",
                         optimizer=kind, rate=to, **{"from": type(old).__name__, "rate_from": raw})  # fmt: skip
    return new


def _class(state, kind):
    """An optimizer's class; Keras 2.12 has some only under their modules."""
    found = getattr(state.keras.optimizers, kind, None)
    return found or getattr(importlib.import_module(f"{state.keras.__name__}.optimizers.{kind.lower()}"), kind)


def _momentum(one):
    found = (getattr(one, "_hyper", None) or {}).get("momentum", getattr(one, "momentum", None))
    return float(found) if isinstance(found, (int, float)) else 0.0


def momentum(state, one):
    """SGD's."""
    if type(one).__name__ != "SGD":
        state.report.refused("momentum", "unsupported", optimizer=type(one).__name__, reason="only SGD has one of its own")
        return
    old, new = _momentum(one), float(state.get("momentum"))
    if old == new:
        state.report.refused("momentum", "same", momentum=old)
        return
    one.momentum = new
    if hasattr(one, "_hyper"):
        one._momentum = new > 0
    state.report.applied("momentum", f"SGD(momentum={new:g})", optimizer="SGD", **{"from": old, "to": new})


def clip(state, one):
    """All gradients together, in place of whatever clips them now."""
    if not hasattr(one, "global_clipnorm"):
        state.report.refused("gradient_clip", "unsupported", optimizer=type(one).__name__)
        return
    old = {name: getattr(one, name, None) for name in KEPT}
    norm = float(state.get("gradient_clip"))
    if old["global_clipnorm"] == norm:
        state.report.refused("gradient_clip", "same", norm=norm)
        return
    one.clipnorm, one.clipvalue = None, None
    one.global_clipnorm = norm
    was = next(((name, value) for name, value in old.items() if value is not None), (None, None))
    state.report.applied("gradient_clip", f"{type(one).__name__}(global_clipnorm={norm})", optimizer=type(one).__name__,
                         argument="global_clipnorm", **{"from": was[1], "from_argument": was[0], "to": norm})  # fmt: skip


def decay(state, one):
    """Its own decay; that of the layers is in `penalties`."""
    if not hasattr(one, "weight_decay"):
        return  # one of Keras before 2.11; `last` says what is left undone
    old = one.weight_decay
    factor = state.factor("weight_decay", None)
    if factor is not None and not old:
        return
    new = state.scaled("weight_decay", old)
    if old == new or (not old and not new):
        return
    one.weight_decay = new or None
    state.report.applied("weight_decay", f"{type(one).__name__}(weight_decay={new:g})", optimizer=type(one).__name__,
                         **{"from": old, "to": new})  # fmt: skip
