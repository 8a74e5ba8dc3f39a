"""No half precision: policies, the type of floats, and layers that ask for 16 bits get 32."""

import functools

HALF = ("mixed_float16", "mixed_bfloat16", "float16", "bfloat16")


def install(state):
    """Whatever sets a precision from here on sets 32 bits."""
    if state.get("precision") is None:
        return
    keras = state.keras
    policies, config = ("set_global_policy", "set_dtype_policy"), getattr(keras, "config", None)
    for owner, names in ((keras.mixed_precision, policies), (config, ("set_dtype_policy", "set_floatx")), (keras.backend, ("set_floatx",))):
        for name in names:
            if callable(getattr(owner, name, None)):
                setattr(owner, name, _full(state, getattr(owner, name)))
    _layers(state)


def _full(state, original):
    @functools.wraps(original)
    def set_precision(policy, *args, **kwargs):
        said = policy if isinstance(policy, str) else getattr(policy, "name", "")
        if said in HALF:
            state.report.applied("precision", "float32", to="float32", **{"from": said})
            policy = "float32"
        return original(policy, *args, **kwargs)

    return set_precision


def _layers(state):
    kind = state.keras.layers.Layer
    original = kind.__init__

    @functools.wraps(original)
    def __init__(layer, *args, **kwargs):
        said = kwargs.get("dtype")
        said = said if isinstance(said, str) else getattr(said, "name", "")
        if said in HALF:
            state.report.applied("precision", 'dtype="float32"', to="float32", **{"from": said})
            kwargs["dtype"] = "float32"
        return original(layer, *args, **kwargs)

    kind.__init__ = __init__


def last(state):
    """The process ends and nothing asked for 16 bits."""
    state.report.refused("precision", "same")
