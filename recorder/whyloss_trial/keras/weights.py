"""Initial weights: drawn by another rule where a layer makes them, and drawn again where the program set them since."""

import functools
import random
import weakref

from whyloss.keras import layers

KERNELS = ("kernel", "depthwise_kernel", "pointwise_kernel", "recurrent_kernel")
KINDS = {"he": "HeNormal", "glorot": "GlorotUniform", "lecun": "LecunNormal"}
NAMES = {"HeNormal": "he_normal", "GlorotUniform": "glorot_uniform", "LecunNormal": "lecun_normal"}


def install(state):
    """Every weight that a layer adds goes through here."""
    if state.get("initializer") is None:
        return
    state.drawn = weakref.WeakKeyDictionary()
    state.chance = random.Random(20_000 + state.trial.seed)
    kind = state.keras.layers.Layer
    original = kind.add_weight

    @functools.wraps(original)
    def add_weight(layer, *args, **kwargs):
        made = _initializer(state, layer, args, kwargs)
        if made is None:
            return original(layer, *args, **kwargs)
        variable = original(layer, *args, **{**kwargs, "initializer": made})
        state.drawn.setdefault(layer, []).append((variable, made))
        return variable

    kind.add_weight = add_weight
    for owner, name in ((state.keras.Model, "load_weights"),):
        holder = next(one for one in owner.__mro__ if name in one.__dict__)
        setattr(holder, name, _loading(state, holder.__dict__[name]))
    for owner in (state.keras.models, getattr(state.keras, "saving", None)):
        if callable(getattr(owner, "load_model", None)):
            owner.load_model = _loading(state, owner.load_model)


def _loading(state, original):
    @functools.wraps(original)
    def load(*args, **kwargs):
        before = {id(one) for one in args if hasattr(one, "weights")}
        out = original(*args, **kwargs)
        for one in [*(one for one in args if id(one) in before), out]:
            for layer in layers.flat(one) if hasattr(one, "weights") and hasattr(one, "layers") else ():
                state.loaded.add(layer)
        return out

    return load


def _initializer(state, layer, args, kwargs):
    """What takes the place of the initializer, or None."""
    name = kwargs.get("name") or next((one for one in args if isinstance(one, str)), None)
    if kwargs.get("initializer") is None or "Normalization" in type(layer).__name__ or "Embedding" in type(layer).__name__:
        return None
    kinds, seed = state.keras.initializers, getattr(kwargs["initializer"], "seed", None)
    if not isinstance(seed, int):
        seed = state.chance.randrange(1 << 30)
    if name == "recurrent_kernel":
        return kinds.Orthogonal(seed=seed)
    if name in KERNELS:
        return getattr(kinds, KINDS[state.get("initializer")])(seed=seed)
    # the gate that keeps what a recurrent layer remembers begins open on purpose
    return kinds.Zeros() if name == "bias" and not layers.recurrent(layer) and "Cell" not in type(layer).__name__ else None


def change(state, model):
    """`initializer`, at the first training of a model: what was set since its weights were made is drawn again."""
    if _iterations(model):
        return
    ours, loaded = _held(state, model)
    for layer in ours:
        for variable, made in state.drawn[layer]:
            variable.assign(made(tuple(variable.shape), dtype=variable.dtype))
    if ours:
        _say(state, ours)
    elif loaded:
        state.report.refused("initializer", "loaded")
    elif getattr(model, "built", True):
        state.report.refused("initializer", "no-layer")


def _say(state, changed):
    rule = KINDS[state.get("initializer")]
    state.report.applied("initializer", f'kernel_initializer="{NAMES[rule]}"', layers=[one.name for one in changed][:50], to=rule)


def last(state):
    """The process ends: what was built while it trained was drawn too."""
    changed = [one for one in getattr(state, "drawn", ()) if one not in state.loaded]
    if changed:
        _say(state, changed)


def _iterations(model):
    found = getattr(getattr(model, "optimizer", None), "iterations", 0)
    return int(found.numpy() if hasattr(found, "numpy") else found)


def _held(state, model):
    """(layers whose weights are ours, whether others were loaded)."""
    inner = []
    for layer in layers.flat(model):
        inner += [layer, *(getattr(layer, name) for name in ("cell", "forward_layer", "backward_layer") if getattr(layer, name, None) is not None)]
    inner += [one.cell for one in inner if hasattr(one, "cell")]
    inner = list({id(one): one for one in inner}.values())
    loaded = [one for one in inner if one in state.loaded]
    return [one for one in inner if one in state.drawn and one not in state.loaded], bool(loaded)
