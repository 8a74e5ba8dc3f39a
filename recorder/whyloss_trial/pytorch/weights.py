"""Classes weighted so that each counts as much as any other, while training."""

import torch

from . import loaders
from .statistics import whole


def class_weights(training, wanted):
    """n / (classes * count): of the data set where it is known, else of the targets so far."""
    if wanted != "balanced":
        training.report.refused("class_weights", "unsupported")
        return
    made, counts, fixed = loaders.of(training), {}, set()
    training.why["class_weights"] = None

    def weigh(call):
        if not call.trains or call.name not in ("cross_entropy", "nll_loss", "binary_cross_entropy", "binary_cross_entropy_with_logits"):
            return
        if call.arguments.get("weight") is not None or call.arguments.get("pos_weight") is not None:
            training.report.refused("class_weights", "same")
            return
        binary = call.name.startswith("binary")
        if binary and not bool(((call.target == 0) | (call.target == 1)).all()):
            training.report.refused("class_weights", "unsupported")
            return
        if call.name not in fixed:
            rows = whole(made.batch, made.dataset, call.target) if made.dataset is not None else None
            counted = _counted(call, rows if rows is not None else call.target, binary)
            counts[call.name] = counted if rows is not None else counts.get(call.name, 0) + counted
            if rows is not None:
                fixed.add(call.name)
        weights = _weights(counts[call.name]).to(call.input.device, call.input.dtype)
        call.arguments["weight"] = weights[call.target.long()] if binary else weights
        shown = [round(float(one), 4) for one in weights[:100]]
        training.report.applied("class_weights", f"weight={shown}"[:200], weights=shown)

    training.on("class_weights", training.at_loss, weigh)


def _counted(call, target, binary):
    classes = 2 if binary else call.input.shape[1]
    if not binary and target.is_floating_point():
        return target.detach().movedim(1, -1).reshape(-1, classes).sum(0).double().cpu()
    labels = target.detach().reshape(-1).long()
    labels = labels[(labels >= 0) & (labels < classes) & (labels != call.arguments.get("ignore_index", -100))]
    return torch.bincount(labels.cpu(), minlength=classes).double()


def _weights(counts):
    """A class that was never seen counts 1."""
    there = counts > 0
    return torch.where(there, counts.sum() / (there.sum() * counts.clamp_min(1)), torch.ones_like(counts))
