"""BatchNorm: how fast its statistics follow, or that they stay as they were."""

from torch import nn

NORM = nn.modules.batchnorm._BatchNorm


def momentum(training, wanted):
    """`momentum` of every layer."""
    training.why["batch_norm_momentum"] = "no-layer"

    def first(root, module, args, kwargs):
        layers = [one for one in module.modules() if isinstance(one, NORM)]
        changed = [one for one in layers if one.momentum != wanted]
        if layers and not changed:
            training.report.refused("batch_norm_momentum", "same")
        for one in changed:
            own, one.momentum = one.momentum, float(wanted)
            how = f"momentum {own} -> {wanted:g} of {len(layers)} BatchNorm layers"
            training.report.applied("batch_norm_momentum", how, layers=len(layers), **{"from": own, "to": wanted})

    training.on("batch_norm_momentum", training.at_first, first)


def frozen(training, wanted):
    """Layers in eval mode during every training forward."""
    if wanted != "frozen":
        training.report.refused("batch_norm", "unsupported")
        return
    training.why["batch_norm"] = "no-layer"

    def around(root, module, trains):
        layers = [one for one in module.modules() if isinstance(one, NORM) and one.training] if trains else []
        for one in layers:
            one.training = False
        if not layers:
            return None
        training.report.applied("batch_norm", f"eval() of {len(layers)} BatchNorm layers while training", layers=len(layers), to="frozen")

        def undo():
            for one in layers:
                one.training = True

        return undo

    training.on("batch_norm", training.around, around)
