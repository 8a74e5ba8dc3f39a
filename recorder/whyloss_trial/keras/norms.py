"""BatchNormalization: how fast its running statistics move, or that they do not move at all."""

from whyloss.keras import layers

from .state import overridden


def _all(model):
    return [one for one in layers.flat(model) if "BatchNormalization" in type(one).__name__]


def momentum(state, model):
    """`batch_norm_momentum`; Keras counts the share of the old."""
    found, share = _all(model), float(state.get("batch_norm_momentum"))
    if not found:
        state.report.refused("batch_norm_momentum", "no-layer")
        return
    old = [float(one.momentum) for one in found]
    if all(abs(one - (1 - share)) < 1e-9 for one in old):
        state.report.refused("batch_norm_momentum", "same", momentum=old[0])
        return
    for one in found:
        one.momentum = 1.0 - share
    state.report.applied("batch_norm_momentum", f"BatchNormalization(momentum={1 - share:g})", layers=[one.name for one in found],
                         **{"from": old[0], "to": 1.0 - share})  # fmt: skip


def frozen(state, model):
    """`batch_norm`: normalised by the running statistics, which stay; its scale and shift are trained."""
    found = _all(model)
    if not found:
        state.report.refused("batch_norm", "no-layer")
        return
    for one in found:
        overridden(one, "call", _still)
    state.report.applied("batch_norm", "training=False", layers=[one.name for one in found])


def _still(original):
    def call(inputs, training=None, mask=None):
        return original(inputs, training=False) if mask is None else original(inputs, training=False, mask=mask)

    return call
