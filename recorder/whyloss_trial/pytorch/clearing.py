"""Gradients that are cleared after each step, once and not before it."""

import torch


def zero_grad(training, _):
    """Clears what is left of the last step when the next backward begins, and undoes a clearing between backward and step."""
    state = {"stepped": [], "backwards": 0}

    def before(loss):
        stepped, state["stepped"] = state["stepped"], []
        for optimizer in stepped:
            if any(one.grad is not None and bool((one.grad != 0).any()) for one in _parameters(optimizer)):
                optimizer.zero_grad()
                training.report.applied("zero_grad", "optimizer.zero_grad() after each step")
            else:
                training.report.refused("zero_grad", "same")

    def after():
        state["backwards"] += 1
        for optimizer in training.steps.optimizers():
            optimizer.__dict__.pop("_whyloss_cleared", None)

    def stepping(optimizer):
        kept = optimizer.__dict__.pop("_whyloss_cleared", None)
        if kept and all(one.grad is None or not bool((one.grad != 0).any()) for one in _parameters(optimizer)):
            for one, gradient in kept:
                one.grad = gradient
            training.report.applied("zero_grad", "optimizer.zero_grad() after the step, not between backward and step")

    def stepped(optimizer):
        state["stepped"].append(optimizer)

    _keep_cleared(state)
    training.on("zero_grad", training.before_backward, before)
    training.on("zero_grad", training.after_backward, after)
    training.on("zero_grad", training.at_gradients, stepping)
    training.on("zero_grad", training.after_step, stepped)
    training.why["zero_grad"] = "same"


def _parameters(optimizer):
    return [one for group in optimizer.param_groups for one in group["params"]]


def _keep_cleared(state):
    """`Optimizer.zero_grad` that keeps what it clears until the next backward or step."""
    original = torch.optim.Optimizer.zero_grad

    def zero_grad(optimizer, *args, **kwargs):
        kept = [(one, one.grad.detach().clone()) for one in _parameters(optimizer) if one.grad is not None]
        if any(bool((gradient != 0).any()) for _, gradient in kept) and optimizer not in state["stepped"]:
            optimizer.__dict__["_whyloss_cleared"] = kept
        return original(optimizer, *args, **kwargs)

    torch.optim.Optimizer.zero_grad = zero_grad
