"""The loss functions of torch.nn.functional: what they are called in the field, and what one call received."""

import torch

from ..stream import number, numbers
from . import graph, tensors

# function -> (canonical name, takes logits or None, the argument names of input and target)
LOSSES = {
    "cross_entropy": ("cross-entropy", True),
    "nll_loss": ("nll", None),
    "binary_cross_entropy": ("binary-cross-entropy", False),
    "binary_cross_entropy_with_logits": ("binary-cross-entropy", True),
    "mse_loss": ("mse", None),
    "l1_loss": ("mae", None),
    "smooth_l1_loss": ("huber", None),
    "huber_loss": ("huber", None),
    "kl_div": ("kl", None),
    "poisson_nll_loss": ("poisson", None),
    "gaussian_nll_loss": ("gaussian-nll", None),
    "multi_margin_loss": ("hinge", None),
    "hinge_embedding_loss": ("hinge", None),
    "soft_margin_loss": ("soft-margin", None),
    "multilabel_soft_margin_loss": ("binary-cross-entropy", True),
    "multilabel_margin_loss": ("hinge", None),
    "margin_ranking_loss": ("ranking", None),
    "triplet_margin_loss": ("triplet", None),
    "cosine_embedding_loss": ("cosine", None),
    "ctc_loss": ("ctc", None),
}
DEFAULTS = {"reduction": "mean", "ignore_index": -100, "label_smoothing": 0.0, "log_target": False, "beta": 1.0,
            "delta": 1.0, "margin": 1.0, "full": False, "blank": 0, "zero_infinity": False, "p": 2}  # fmt: skip
SETTINGS = {
    "cross_entropy": ("weight", "size_average", "ignore_index", "reduce", "reduction", "label_smoothing"),
    "nll_loss": ("weight", "size_average", "ignore_index", "reduce", "reduction"),
    "binary_cross_entropy": ("weight", "size_average", "reduce", "reduction"),
    "binary_cross_entropy_with_logits": ("weight", "size_average", "reduce", "reduction", "pos_weight"),
}
EACH = {"cross_entropy", "nll_loss", "binary_cross_entropy", "binary_cross_entropy_with_logits", "mse_loss", "l1_loss",
        "smooth_l1_loss", "huber_loss"}  # fmt: skip
MOST_EXAMPLES = 64


class Call:
    """One call: the loss as a detached tensor, and what is needed to tell training from evaluation."""

    __slots__ = ("name", "value", "count", "grad", "target", "right", "of", "data", "training", "summed", "size", "told")

    def __init__(self, name, value, count, grad, target, data):
        self.name = name
        self.value = value
        self.count = count
        self.grad = grad
        self.target = target
        self.data = data
        self.right = None
        self.of = 0
        self.training = None
        self.summed = False
        self.size = count
        """of a sum: the number of its parts, where it may be fewer than there are examples a tensor"""
        self.told = None
        """the split that a trainer says it evaluates"""


def arguments(args, kwargs):
    """Input and target of a call, or None."""
    given = args[0] if args else kwargs.get("input")
    target = args[1] if len(args) > 1 else kwargs.get("target")
    return given, target


def call_of(name, args, kwargs, result, data):
    """A Call, cheaply: nothing is computed. `data` tells which loader gave the last batch."""
    given, target = arguments(args, kwargs)
    count = given.shape[0] if isinstance(given, torch.Tensor) and given.dim() else 1
    pointer = target.data_ptr() if isinstance(target, torch.Tensor) and target.numel() else 0
    call = Call(name, result.detach(), count, result.requires_grad, pointer, data)
    call.summed = kwargs.get("reduction") == "sum"
    if call.summed and name in ("cross_entropy", "nll_loss") and not target.is_floating_point():
        with torch.no_grad():
            call.size = (target != kwargs.get("ignore_index", -100)).sum()
    return call


def hits(name, args, kwargs):
    """(right answers as a tensor or number, answers in all) of a classification, or None where there is none."""
    given, target = arguments(args, kwargs)
    if not isinstance(target, torch.Tensor) or not isinstance(given, torch.Tensor):
        return None
    with torch.no_grad():
        if name in ("cross_entropy", "nll_loss") and given.dim() >= 2:
            if target.is_floating_point():
                return ((given.argmax(1) == target.argmax(1)).sum(), target.shape[0]) if target.dim() == 2 else None
            ignored = kwargs.get("ignore_index", -100)
            kept = target != ignored
            return (given.argmax(1) == target).logical_and(kept).sum(), kept.sum()
        # shades between 0 and 1 are no answers that could be right
        if name.startswith("binary_cross_entropy") and given.shape == target.shape and bool((target == target.round()).all()):
            return ((given > (0.0 if name.endswith("logits") else 0.5)) == (target > 0.5)).sum(), target.numel()
    return None


def settings(name, args, kwargs):
    """Arguments that differ from their defaults, e.g. `label_smoothing=0.1`, and the reduction."""
    given = dict(zip(SETTINGS.get(name, ()), args[2:]))
    given.update({key: value for key, value in kwargs.items() if key not in ("input", "target")})
    said = []
    for key, value in given.items():
        if value is None or key == "reduction" or DEFAULTS.get(key) == value:
            continue
        if isinstance(value, torch.Tensor):
            said.append(f"{key}=[{value.numel()} values]")
        elif isinstance(value, (bool, int, float, str)):
            said.append(f"{key}={value}")
    reduction = given.get("reduction", "mean")
    return said, reduction if isinstance(reduction, str) else "mean"


class Calls:
    """The table `lossCalls`: a row for each function, phase and kind of input."""

    def __init__(self):
        self._rows = {}
        self.changed = False

    def saw(self, name, args, kwargs, result, split, trains):
        """Note a call at a close look; returns the row."""
        given, target = arguments(args, kwargs)
        loss, logits = LOSSES[name]
        made_by = graph.source(given.grad_fn) if isinstance(given, torch.Tensor) else ""
        key = (name, split, trains, made_by)
        row = self._rows.get(key)
        if row is None:
            said, reduction = settings(name, args, kwargs)
            row = {"loss": loss, "name": name, "split": split, "trains": trains, "calls": 0, "inputFrom": made_by}
            if logits is not None:
                row["takesLogits"] = logits
            along = graph.axis(given.grad_fn) if made_by in ("softmax", "log-softmax") else None
            if along is not None:
                row["inputAxis"] = along
            row["inputShape"] = list(given.shape) if isinstance(given, torch.Tensor) else []
            if isinstance(target, torch.Tensor):
                row["targetShape"] = list(target.shape)
            row.update(reduction=reduction, settings=said)
            self._rows[key] = row
            self.changed = True
        row["calls"] += 1
        return row

    def rows(self):
        """All rows so far."""
        self.changed = False
        return list(self._rows.values())[:50]


def each(original, name, args, kwargs, step, split):
    """Rows of `exampleLoss`: the loss of single examples of a batch, without a graph; none where the function has none."""
    if name not in EACH:
        return []
    given, target = arguments(args, kwargs)
    if not isinstance(target, torch.Tensor) or given.dim() == 0 or given.shape[0] < 2:
        return []
    # a target of another shape broadcasts, and so does the loss: no single examples then
    if name not in ("cross_entropy", "nll_loss") and given.shape != target.shape:
        return []
    named = dict(zip(SETTINGS.get(name, ()), args[2:]))
    named.update({key: value for key, value in kwargs.items() if key not in ("input", "target")})
    named = {key: value for key, value in named.items() if key not in ("reduction", "size_average", "reduce")}
    with torch.no_grad():
        losses = original(given.detach(), target.detach(), **named, reduction="none")
        if losses.dim() == 0 or losses.shape[0] != given.shape[0]:
            return []
        losses = losses.reshape(losses.shape[0], -1).float().mean(1)[:MOST_EXAMPLES].tolist()
    return [{"step": step, "id": i, "loss": one, "split": split} for i, one in enumerate(numbers(losses, 4))]


def tables(name, args, kwargs, step, split):
    """Rows of `outputs` and `targets` for a call."""
    given, target = arguments(args, kwargs)
    return (
        tensors.describe(given, step, split, name, classes=True),
        tensors.describe(target, step, split, name),
    )


def facts(say, name, args, kwargs, row):
    """What a training call tells of the task."""
    given, target = arguments(args, kwargs)
    if isinstance(given, torch.Tensor) and given.dtype in (torch.float16, torch.bfloat16):
        say("precision", "mixed", f"{name} of {given.dtype}".replace("torch.", ""))
    quote = f"{name}(input {tuple(row['inputShape'])}, target {tuple(row.get('targetShape', ()))})"
    say("loss_function", row["loss"], quote)
    if row["inputFrom"] in ("softmax", "log-softmax", "sigmoid", "tanh", "relu", "linear", "conv"):
        say("output_activation", row["inputFrom"] if row["inputFrom"] != "conv" else "linear", f"into {name}: {row['inputFrom']}")
    if row.get("takesLogits") is not None:
        say("from_logits", row["takesLogits"], name)
    if isinstance(given, torch.Tensor) and given.dim() >= 2:
        say("output_units", int(given.shape[1]), quote)
    if name in ("cross_entropy", "nll_loss") and isinstance(given, torch.Tensor) and given.dim() >= 2:
        say("classes", int(given.shape[1]), quote)
        say("task", "classification" if given.dim() == 2 else "segmentation" if given.dim() == 4 else "language-model", quote)
    elif row["loss"] in ("mse", "mae", "huber"):
        say("task", "regression", quote)
    if any(one.startswith(("weight=", "pos_weight=")) for one in row["settings"]):
        say("class_weights", True, ", ".join(row["settings"]))


class TargetRange:
    """Range and spread of the targets over all batches that were looked at."""

    def __init__(self):
        self.low, self.high, self.count, self.mean, self.squares = float("inf"), float("-inf"), 0, 0.0, 0.0

    def add(self, target):
        """A batch of targets, of any shape."""
        values = target.detach().reshape(-1)[:65536].double()
        values = values[torch.isfinite(values)]
        if values.numel() == 0:
            return
        self.low, self.high = min(self.low, values.min().item()), max(self.high, values.max().item())
        mean, count = values.mean().item(), values.numel()
        total = self.count + count
        apart = mean - self.mean
        self.squares += ((values - mean) ** 2).sum().item() + apart * apart * self.count * count / total
        self.mean += apart * count / total
        self.count = total

    def say(self, say):
        """As facts, with three digits, so that they are said anew only where they changed."""
        if self.count > 1:
            low, high = number(self.low, 3), number(self.high, 3)
            said = f"targets from {low} to {high} in {self.count} values"
            say("target_range", [low, high], said)
            say("target_spread", number((self.squares / self.count) ** 0.5, 2), said)
