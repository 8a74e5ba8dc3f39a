"""Dropout: that of every layer there is, or one behind each hidden activation where there is none."""

from torch import nn
from torch.nn import functional

from . import activations
from .rates import factor_of

LAYERS = nn.modules.dropout._DropoutNd


def dropout(training, wanted):
    """Sets the layers' shares; functional calls are scaled as they are made."""
    factor = factor_of(wanted)
    training.why["dropout"] = "no-layer"

    def share(value):
        return min(max(value * factor if factor is not None else float(wanted), 0.0), 0.99)

    def said(value, places):
        if share(value) == value:
            training.report.refused("dropout", "same")
        else:
            training.report.applied("dropout", f"p {value:g} -> {share(value):g} in {places}", to=share(value), **{"from": value})

    def layers(root, module, args, kwargs):
        found = [one for one in module.modules() if isinstance(one, LAYERS)]
        for one in found:
            said(one.p, f"{len(found)} layers")
            one.p = share(one.p)
        for one in module.modules():
            # within them dropout is a setting
            if isinstance(one, (nn.modules.rnn.RNNBase, nn.MultiheadAttention)) and getattr(one, "dropout", 0):
                said(one.dropout, type(one).__name__)
                one.dropout = share(one.dropout)

    training.on("dropout", training.at_first, layers)
    _functional(training, share, said)
    if factor is None and wanted > 0:
        _added(training, float(wanted))


def _functional(training, share, said):
    original = functional.dropout
    inner = (LAYERS, nn.modules.rnn.RNNBase, nn.MultiheadAttention)

    def dropout(input, p=0.5, training_=True, inplace=False, **named):
        here = training.forwards.innermost()
        on = named.get("training", training_)
        if here is not None and not isinstance(here, inner) and "dropout" not in training.off:
            said(p, "functional calls")
            p = share(p)
        return original(input, p, on, inplace)

    functional.dropout = dropout


def _added(training, share):
    """Behind each hidden activation, where the model drops nothing of its own."""
    made = activations.of(training)

    def first(root, module, args, kwargs):
        own = any(isinstance(one, LAYERS) or getattr(one, "dropout", 0) for one in module.modules())
        if not own and training.report.silent("dropout"):
            made.dropout = share

    # known before the copy is asked
    training.at_first.insert(0, training.guarded("dropout", first))
