"""Another loss function while training; what is evaluated keeps its own."""

from .losses import ELEMENTWISE

CROSS = ("binary_cross_entropy", "binary_cross_entropy_with_logits")
NAMES = {"huber": "huber_loss", "mse": "mse_loss", "cross-entropy": "cross_entropy"}


def loss(training, wanted):
    """Elementwise losses become another; squared errors of one-hot classes become a cross-entropy."""
    training.why["loss"] = None

    def change(call):
        if not call.trains:
            return
        new, own = NAMES[wanted], call.name
        if own == new or (wanted == "huber" and own == "smooth_l1_loss"):
            training.report.refused("loss", "same")
            return
        fits = (own in ELEMENTWISE or own in CROSS) and call.input.shape == call.target.shape
        if wanted == "cross-entropy":
            fits = fits and call.input.dim() == 2 and call.input.shape[1] > 1 and bool((call.target.sum(1) == 1).all())
        if not fits:
            training.report.refused("loss", "unsupported")
            return
        call.becomes(new)
        call.arguments.pop("weight", None)
        training.report.applied("loss", f"{own} -> {new} while training", **{"from": own, "to": new})

    training.on("loss", training.at_loss, change)
