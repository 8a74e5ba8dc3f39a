"""Loss functions are given what they expect: logits or probabilities, in the shape and the classes of their targets.

Decided at the first training call of each function, by the graph of what it is given and by its values; then it stays so.
"""

import torch
from whyloss.pytorch import graph

from . import activations
from .losses import ELEMENTWISE

LINEAR = ("linear", "conv", "batch-norm", "layer-norm")
BENT = ("relu", "relu6", "leaky-relu", "elu", "gelu", "silu", "tanh", "softplus")
HOW = {
    "log": "{0}(log(p)): it was given probabilities",
    "log-softmax": "{0}(log_softmax(x)): it was given no logarithms of probabilities",
    "probabilities": "binary_cross_entropy(p) instead of with_logits: it was given probabilities",
    "logits": "binary_cross_entropy_with_logits(x): it was given logits",
    "strip": "no {1} behind the last layer: {0} takes logits",
    "strip-logits": "no {1} behind the last layer, and with_logits",
    "reshape": "{0}(input, target.view_as(input)): shapes that broadcast",
}


def output_loss(training, wanted):
    """`paired` while training, `measured` in evaluations, `both`: a loss that fits is compared with one that fits only."""
    if wanted not in ("paired", "measured", "both"):
        training.report.refused("output_loss", "unsupported")
        return
    made, rules, classes = activations.of(training), {}, {}

    def paired(call):
        if wanted != "measured" or not call.trains:
            _classes(training, call, classes, wanted)
        rule = rules.get(call.name)
        if rule is None and (call.trains or _impossible(call)):
            source = graph.source(call.input.grad_fn) if call.input.grad_fn is not None else ""
            rule = rules[call.name] = _rule(call, source)
            if rule == "same":
                training.report.refused("output_loss", "same")
            else:
                how = HOW[rule].format(call.name, source)
                training.report.applied("output_loss", how, rule=rule, loss=call.name, **{"from": source or "values"})
            if rule.startswith("strip") and wanted != "measured":
                made.undone.add("output_loss")
        if rule and (wanted == "both" or call.trains is (wanted == "paired") or rule in ("logits", "strip-logits")):
            _apply(rule, call)

    training.on("output_loss", training.at_loss, paired)
    training.why["output_loss"] = None


def _impossible(call):
    return call.name == "binary_cross_entropy" and bool(((call.input < 0) | (call.input > 1)).any())


def _probabilities(values):
    """Whether rows are shares of 1."""
    return values.dim() >= 2 and values.shape[1] > 1 and bool((values >= 0).all()) and bool(((values.sum(1) - 1).abs() < 1e-3).all())


def _rule(call, source):
    values, name = call.input.detach(), call.name
    within = bool(((values >= 0) & (values <= 1)).all())
    if name == "cross_entropy" and values.dim() >= 2:
        if source != "log-softmax" and _probabilities(values):
            return "log"
        return "strip" if source in BENT or source == "sigmoid" else "same"
    if name == "nll_loss" and values.dim() >= 2:
        if _probabilities(values):
            return "log"
        return "log-softmax" if bool((torch.logsumexp(values, 1).abs() > 1e-3).any()) else "same"
    if name == "binary_cross_entropy_with_logits":
        if source in ("sigmoid", "softmax") or (within and source not in LINEAR and source not in BENT and values.numel() > 3):
            return "probabilities"
        return "strip" if source in BENT else "same"
    if name == "binary_cross_entropy":
        if source in BENT:
            return "strip-logits"
        return "logits" if source in LINEAR or not within else "same"
    if name in ELEMENTWISE and values.shape != call.target.shape and values.numel() == call.target.numel():
        return "reshape"
    return "same"


def _apply(rule, call):
    given = call.input
    if rule == "log":
        call.input = given.clamp_min(torch.finfo(given.dtype).tiny).log()
    elif rule == "log-softmax":
        call.input = torch.nn.functional.log_softmax.__wrapped__(given, 1)
    elif rule == "probabilities" and call.arguments.get("pos_weight") is None:
        call.becomes("binary_cross_entropy")
    elif rule == "probabilities":
        call.input = torch.logit(given, eps=1e-7)
    elif rule in ("logits", "strip-logits"):
        call.becomes("binary_cross_entropy_with_logits")
    elif rule == "reshape" and given.numel() == call.target.numel():
        call.target = call.target.view_as(given)


def _classes(training, call, classes, wanted):
    """Two classes by other numbers than 0 and 1."""
    if (wanted == "paired" and not call.trains) or not call.name.startswith("binary_cross_entropy"):
        return
    known = classes.get(call.name)
    if known is None:
        values = call.target.detach().unique()
        if len(values) > 2:
            classes[call.name] = ()
        elif len(values) == 2:
            low, high = values.tolist()
            classes[call.name] = () if (low, high) == (0.0, 1.0) else (low, high)
            if classes[call.name]:
                training.report.applied("output_loss", f"(target - {low:g}) / {high - low:g}: classes are 0 and 1", rule="classes", **{"from": [low, high]})
    if classes.get(call.name):
        low, high = classes[call.name]
        call.target = (call.target - low) / (high - low)
