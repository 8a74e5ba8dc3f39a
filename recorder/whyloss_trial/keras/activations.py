"""Activations between layers and behind the last one, changed where they stand."""

import functools

from . import structure
from .state import overridden

KERAS = {"leaky-relu": "leaky_relu", "hard-sigmoid": "hard_sigmoid", "log-softmax": "log_softmax"}


def function(state, name):
    """The function of an activation by Keras' name."""
    if name == "leaky_relu" and state.legacy:
        import tensorflow as tf

        return functools.partial(tf.nn.leaky_relu, alpha=0.2)
    return state.keras.activations.get(name)


def become(state, part, name, evaluating_only=False):
    """Let a layer that has an activation, or is one, have another; `evaluating_only`: where it is evaluated."""
    made = function(state, name)
    if hasattr(part, "activation"):
        own = part.activation or function(state, "linear")

        @functools.wraps(own)
        def by_place(inputs):
            return made(inputs) if state.evaluating else own(inputs)

        part.activation = by_place if evaluating_only else made
        return

    def call(original):
        @functools.wraps(original)
        def other(inputs, *args, **kwargs):
            return original(inputs, *args, **kwargs) if evaluating_only and not state.evaluating else made(inputs)

        return other

    overridden(part, "call", call)


def hidden(state, model):
    """`hidden_activation`."""
    from whyloss.keras import layers

    wanted = state.get("hidden_activation")
    found = [(one, structure.activation(one)) for one in structure.hidden(model) if not layers.recurrent(one)]
    changed = [(one, name) for one, name in found if name not in structure.NONE]
    if not changed:
        # no layer bends anything: each one that has weights now does
        changed = [(one, name) for one, name in found if name == "linear" and structure.weighted(one)]
    if not changed:
        state.report.refused("hidden_activation", "no-layer")
        return
    if all(name == wanted.replace("_", "-") for _, name in changed):
        state.report.refused("hidden_activation", "same", layers=len(changed))
        return
    for one, _ in changed:
        become(state, one, wanted)
    state.report.applied("hidden_activation", f'activation="{wanted}"', layers=[one.name for one, _ in changed], to=wanted,
                         **{"from": changed[0][1]})  # fmt: skip


def output(state, model):
    """`output_activation`."""
    found = structure.acting(model)
    if not found and model not in state.unbent:
        state.report.refused("output_activation", "same" if structure.tail(model) else "no-layer")
        return
    state.unbent.add(model)
    for part, _ in found:
        become(state, part, "linear")
    from . import pairing

    loss = pairing.loss_of(state, model, True)
    if loss is not None:
        state.recompile(model, loss=loss)
    if found:
        state.report.applied("output_activation", "no activation", layer=found[-1][0].name, to="linear", **{"from": found[-1][1]})
