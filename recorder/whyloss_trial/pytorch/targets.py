"""Standardised targets without a change of units: the model's output is scaled back, and its gradients are those of the small problem."""

import torch

from . import loaders
from .activations import SHAPES
from .forwards import main_of
from .losses import ELEMENTWISE
from .statistics import Statistics, axis_of, whole


class _Back(torch.autograd.Function):
    """`x * spread + mean`; the gradient is that of a loss of standardised targets: squared errors shrink by spread**2, others by spread."""

    @staticmethod
    def forward(ctx, x, mean, spread, squared):
        ctx.save_for_backward(spread)
        ctx.squared = squared
        return x * spread + mean

    @staticmethod
    def backward(ctx, gradient):
        (spread,) = ctx.saved_tensors
        return gradient / spread if ctx.squared else gradient, None, None, None


def standardize_targets(training, _):
    """Statistics are those of the data set where it is known, else of the first batches."""
    made = Targets(training)
    training.why["standardize_targets"] = None
    for where, function in (
        (training.at_loss, made.at_loss), (training.at_output, made.at_output),
        (training.before_backward, made.before), (training.after_backward, made.after),
    ):  # fmt: skip
        training.on("standardize_targets", where, function)


class Targets:
    """What is known of them, and what the model answered."""

    def __init__(self, training):
        self._of = training
        self._loaders = loaders.of(training)
        self._statistics = None
        self._squared = False
        self._by_hand = False
        """the loss is no function of the framework: targets are read from its graph"""
        self._answer = None
        self._skip = False

    def at_loss(self, call):
        """The targets of a loss function; the first answer came in its own units, since nothing was known of them."""
        if not call.trains:
            return
        if call.name not in ELEMENTWISE or call.inside:
            self._of.report.refused("standardize_targets", "unsupported")
            return
        target = call.target.view_as(call.input) if call.target.numel() == call.input.numel() else call.target
        first = self._statistics is None
        if first:
            self._statistics, self._squared = _statistics(self._loaders, call, target), call.name == "mse_loss"
        self._statistics.add(target)
        if first:
            call.input = _Back.apply(call.input, *self._statistics.shaped(call.input), self._squared)
            self._say(target)

    def at_output(self, root, module, output, trains):
        """The answer in the data's units."""
        main = main_of(output)
        if root.inner or main is None or root is not self._of.forwards.last:
            return None
        if self._statistics is None:
            self._answer = main if trains else None
            return None
        if main is not output:
            raise TypeError(f"the model answers with {type(output).__name__}")
        back = _Back.apply(main, *_for(self._statistics, main), self._squared)
        self._answer = back if trains and self._by_hand else None
        return back

    def before(self, loss):
        """A backward: where no loss function was called the loss is written out."""
        answer, self._answer = self._answer, None
        if answer is None or self._of.losses.trained:
            return
        target, squared = _by_hand(loss, answer)
        if target is None:
            return
        first = self._statistics is None
        if first:
            self._statistics, self._squared, self._by_hand, self._skip = Statistics(_axis(target)), squared, True, True
        self._statistics.add(target)
        if first:
            self._say(target)

    def after(self):
        """The first gradients of a loss that is written out are those of the data's own units: no step follows them."""
        if self._skip:
            self._skip = False
            for optimizer in self._of.steps.optimizers():
                for group in optimizer.param_groups:
                    for one in group["params"]:
                        one.grad = None

    def _say(self, values):
        mean, spread = (round(float(one.double().mean()), 6) for one in self._statistics.shaped(values))
        how = "targets (y - mean) / spread, predictions * spread + mean"
        self._of.report.applied("standardize_targets", how, mean=mean, spread=spread)


def _by_hand(loss, answer):
    """(targets, whether errors are squared) of a loss that is written out, by its graph; (None, False) where there are none."""
    queue, seen = [loss.grad_fn], set()
    while queue and len(seen) < 200:
        node = queue.pop(0)
        if node is None or node in seen:
            continue
        seen.add(node)
        name = node.name()
        squared = name == "PowBackward0" and node._saved_exponent == 2 or name == "MulBackward0" and node._saved_self is not None
        if squared or name == "AbsBackward0":
            apart, minus = node._saved_self, node.next_functions[0][0]
            if minus is not None and minus.name() == "SubBackward0" and apart is not None and apart.numel() == answer.numel():
                sides = [_leads(one, answer.grad_fn) for one, _ in minus.next_functions]
                if any(sides):
                    given, apart = answer.detach(), apart.detach().reshape(answer.shape)
                    return (given - apart if sides[0] else given + apart), squared
        queue += [one for one, _ in node.next_functions]
    return None, False


def _leads(node, answer):
    """Whether a node is the answer's, but for its shape."""
    for _ in range(8):
        if node is None or node is answer:
            return node is not None
        if node.name().split("Backward")[0] not in SHAPES:
            return False
        node = node.next_functions[0][0]
    return False


def _axis(target):
    axis = axis_of(target)
    return None if axis is None or target.shape[axis] == 1 else axis


def _statistics(made, call, target):
    """Of each column of a table of targets, of each channel of images; one number of all else."""
    axis = _axis(target)
    statistics = Statistics(axis)
    rows = whole(made.batch, made.dataset, call.target) if made.dataset is not None else None
    if rows is not None:
        statistics.whole(rows if axis is not None else rows.reshape(-1))
    return statistics


def _for(statistics, main):
    """Mean and spread over an output that may have axes more than its targets, e.g. one of length 1."""
    if statistics.axis is not None and main.shape[statistics.axis] != statistics.mean.numel():
        raise ValueError("output and targets differ in shape")
    return statistics.shaped(main)
