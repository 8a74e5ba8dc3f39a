"""One close look at a step: gradients and weights of each layer, how far the step moves them, what the layers put out."""

import math

import torch

from ..stream import number
from . import graph

PART = 4096
"""first values of a weight by which its movement is judged"""
MOST_LAYERS = 400
MOST_OTHERS = 64
MOST_KEPT = 5_000_000
"""values of all weights that are kept over a step"""


class Look:
    """Measures one step. A look that is planned holds nothing of the user's: `take` comes just before the step."""

    def __init__(self, step):
        self.step = step
        self.weights = []
        self.rest = []
        self.whole = {}
        self.layers = {}
        self.graph = None
        self.foretold = None
        """the change of the loss along its gradients, where this look asks for it"""
        self._unclipped = 1.0
        self._all = []
        self._before = None
        self._others = []

    def loss(self, loss, name_of):
        """Before the backward pass: the graph of the loss, once."""
        if self.graph is None and loss.grad_fn is not None:
            self.graph = graph.walk(loss.grad_fn, name_of)
            for layer, measures in graph.activity(self.graph.activations).items():
                for metric, value in measures.items():
                    self.layers.setdefault(metric, {})[layer] = value
            self.graph.activations = []

    def take(self, weights, rest):
        """`weights`: (layer, parameter) of every matrix that the optimizers hold; `rest`: their other parameters."""
        self.weights, self.rest = weights, rest

    def gradients(self, clipped=None):
        """After backward: norms. `clipped`: the norm before clipping, where the user clipped."""
        held = [(layer, one) for layer, one in self.weights + self.rest if one.grad is not None]
        grads = [one.grad.detach() for _, one in held if not one.grad.is_sparse]
        if not grads:
            return
        norms = _norms(grads)
        total = math.sqrt(sum(one * one for one in norms)) if all(map(math.isfinite, norms)) else float("nan")
        factor = clipped / total if clipped is not None and total > 0 and math.isfinite(clipped) else 1.0
        self._unclipped = factor
        self.whole["gradient-norm"] = total * factor if clipped is None or math.isfinite(clipped) else clipped
        by_layer = self.layers.setdefault("gradient-norm", {})
        matrices = {id(one) for _, one in self.weights}
        for (layer, one), norm in zip([pair for pair in held if not pair[1].grad.is_sparse], norms):
            if id(one) in matrices:
                by_layer[layer] = math.hypot(by_layer.get(layer, 0.0), norm * factor)

    def forget(self):
        """The step follows more than one gradient: nothing is foretold by the last."""
        self._all = []

    def before(self, foretell=False):
        """Just before the optimizer's step: the first values of each weight are kept; all where the change is foretold."""
        parts = [_part(one) for _, one in self.weights or self.rest]
        self._before = [one.clone() for one in parts]
        self._others = [(one, one.detach().flatten()[:PART].clone()) for _, one in self.rest[:MOST_OTHERS]] if self.weights else []
        held = [one for _, one in self.weights + self.rest if one.grad is not None and not one.grad.is_sparse]
        if foretell and sum(one.numel() for one in held) <= MOST_KEPT:
            self._all = [(one, one.detach().clone()) for one in held]

    def after(self):
        """Just after it: how far they moved. Returns whether any of them did."""
        held = self.weights or self.rest
        now = [_part(one) for _, one in held]
        if not now or self._before is None:
            return True
        moved = _norms([one - old for one, old in zip(now, self._before)])
        sizes = _norms(self._before)
        self._before = None
        self._foretell()
        ratios = self.layers.setdefault("update-ratio", {})
        weights = self.layers.setdefault("weight-norm", {})
        for (layer, one), step, size in zip(held, moved, sizes):
            if size > 0:
                ratios[layer] = step / size
            weights[layer] = size * math.sqrt(one.numel() / max(1, min(PART, one.numel())))
        total = math.sqrt(sum(one * one for one in sizes)) if all(map(math.isfinite, sizes)) else float("nan")
        step = math.sqrt(sum(one * one for one in moved)) if all(map(math.isfinite, moved)) else float("nan")
        if total > 0:
            self.whole["update-ratio"] = step / total
        self.whole["weight-norm"] = _hypot(weights.values())
        # where no matrix moves a bias may
        return step != 0 or any(not torch.equal(one.detach().flatten()[:PART], old) for one, old in self._others)

    def _foretell(self):
        """The inner product of the gradients with the step that was taken."""
        parts = [((one.detach() - old).float() * one.grad.detach().float()).sum() for one, old in self._all if one.grad is not None]
        self._all = []
        if parts:
            self.foretold = torch.stack(parts).sum().item() * self._unclipped

    def row(self, layers):
        """The row for the stream, its layers in the order of `layers`."""
        by_metric = {}
        for metric, values in self.layers.items():
            if values:
                by_metric[metric] = [number(values[one], 4) if one in values else None for one in layers]
        whole = {metric: number(value) for metric, value in self.whole.items()}
        return {"k": "look", "step": self.step, "whole": whole, "layers": by_metric}

    def named(self):
        """Every layer that some measure speaks of."""
        order = {layer: None for layer, _ in self.weights}
        for values in self.layers.values():
            order.update(dict.fromkeys(values))
        return list(order)[:MOST_LAYERS]


def _part(parameter):
    flat = parameter.detach().reshape(-1) if parameter.is_contiguous() else parameter.detach().flatten()
    return flat[:PART]


def _norms(tensors):
    """Euclidean norms as floats, with one wait for the device."""
    wide = [one.float() if one.dtype in (torch.float16, torch.bfloat16) else one for one in tensors]
    return torch.stack([one.float() for one in torch._foreach_norm(wide)]).tolist()


def _hypot(values):
    values = list(values)
    return math.sqrt(sum(one * one for one in values)) if all(map(math.isfinite, values)) else float("nan")
