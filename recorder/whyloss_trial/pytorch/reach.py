"""What the loss reaches is trained: parameters that no optimizer holds go to one, frozen ones are freed."""

import weakref

import torch
from whyloss.pytorch import graph
from whyloss.pytorch.optimizers import parameters

LOOKED = 2
"""backwards whose graphs are searched for what is cut off"""


def all_parameters(training, _):
    """Looked at on the first backward after an optimizer was made."""
    seen = weakref.WeakSet()
    counts, state = {"added": 0, "freed": 0}, {"backwards": 0, "bound": True}
    _undetached(training, state)
    training.why["all_parameters"] = "same"

    def free(root, module, args, kwargs):
        for one in module.parameters():
            if not one.requires_grad and one.is_floating_point():
                one.requires_grad_(True)
                counts["freed"] += 1

    def before(loss):
        if loss is not None and loss.grad_fn is not None and state["backwards"] < LOOKED:
            state["backwards"] += 1
            _unbind(training, loss, state)
        optimizers = training.steps.optimizers()
        if loss is None or loss.grad_fn is None or all(one in seen for one in optimizers):
            return
        seen.update(optimizers)
        held = {id(one) for optimizer in optimizers for one in parameters(optimizer)}
        reached = graph.walk(loss.grad_fn, lambda one: None).leaves.values()
        state["left"] = [one for one in reached if id(one) not in held and isinstance(one, torch.nn.Parameter)]

    def give(optimizer):
        # to the first group of the optimizer that steps next: a schedule goes on for it
        left = state.pop("left", None)
        if left:
            optimizer.param_groups[0]["params"].extend(left)
            if hasattr(optimizer, "_numel_cache"):
                optimizer._numel_cache = None
            counts["added"] += len(left)
            how = f"{len(left)} parameters that the loss reaches go to the optimizer"
            training.report.applied("all_parameters", how + (f", {counts['freed']} freed" if counts["freed"] else ""), **counts)

    training.on("all_parameters", training.at_first, free)
    training.on("all_parameters", training.before_backward, before)
    training.on("all_parameters", training.before_step, give)


def _unbind(training, loss, state):
    """Parameters of a model that answered, and that the loss does not reach: what its forward detaches stays in the graph from here on."""
    reached = graph.walk(loss.grad_fn, lambda one: None)
    own = [one for root in training.forwards.roots() for one in root.module().parameters() if one.requires_grad]
    cut = [one for one in own if id(one) not in reached.leaves]
    if reached.complete and cut and len(cut) < len(own) and state.get("detached") and state["bound"]:
        state["bound"] = False
        how = f"{len(cut)} parameters are reached once nothing is detached in the model's forward"
        training.report.applied("all_parameters", how, detached=len(cut))


def _undetached(training, state):
    original = torch.Tensor.detach

    def detach(tensor):
        if tensor.grad_fn is None or not training.forwards.stack or training.forwards.root() is None or "all_parameters" in training.off:
            return original(tensor)
        state["detached"] = True
        return original(tensor) if state["bound"] else tensor

    torch.Tensor.detach = detach

