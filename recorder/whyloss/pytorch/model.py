"""The model that is being trained and the optimizers that hold it: found behind the first loss, and said once."""

import weakref

import torch

from . import graph, modules, optimizers
from .cleared import Clearing


class Held:
    """An optimizer of the run; the first that steps has the index 0."""

    def __init__(self, optimizer, index):
        self.optimizer = weakref.ref(optimizer)
        self.index = index
        self.rate = None
        self.steps = 0
        self.clearing = Clearing()

    @property
    def parameters(self):
        """Its parameters now; none once it is gone."""
        optimizer = self.optimizer()
        return optimizers.parameters(optimizer) if optimizer is not None else []


class Model:
    """Of one run. `training` is its owner, `evidence` what is said of the run."""

    def __init__(self, training, evidence):
        self._of = training
        self._evidence = evidence
        self.roots = []
        self.names = {}
        self.leaves = {}
        self.optimizers = []

    def meet(self, loss, given):
        """Find the model behind a loss (None: behind the optimizers that are given) and say what it is."""
        if loss is not None and loss.grad_fn is not None:
            self.leaves = {key: one for key, one in graph.walk(loss.grad_fn, {}).leaves.items()}
        wanted = list(self.leaves.values())
        if not wanted:
            wanted = [one for ref in given[1] if ref() is not None for one in optimizers.parameters(ref())]
        roots = modules.roots_of(wanted)
        roots += [one for one in given[0] if all(one is not root for root in roots)]
        self.roots = roots
        self.names = modules.parameter_names(roots)
        self.leaves = dict.fromkeys(self.leaves)
        say = self._evidence.facts.say
        say("framework", "pytorch", f"torch {torch.__version__}")
        total = sum(one.numel() for root in roots for one in root.parameters())
        say("parameters", total, ", ".join(type(root).__name__ for root in roots))
        kinds = [module for _, module in modules.named(roots)]
        rates = [module.p for module in kinds if isinstance(module, torch.nn.modules.dropout._DropoutNd)]
        if rates:
            say("dropout", float(max(rates)), f"Dropout(p={max(rates)})")
        norms = [module for module in kinds if isinstance(module, modules.NORMS)]
        if norms:
            batch = any("BatchNorm" in type(one).__name__ for one in norms)
            say("batch_norm", batch, type(norms[0]).__name__)
        if torch.is_autocast_enabled() or getattr(torch, "is_autocast_cpu_enabled", bool)():
            say("precision", "mixed", "autocast")
        self._evidence.rows("initialWeights", modules.initial_rows(roots))
        self._resumed()
        self.layers()
        self._evidence.start()

    def _resumed(self):
        """Whether the model was restored, and its optimizer with it."""
        restored = self._of.restored
        if "model" in restored:
            value = 1 if "optimizer" in restored else 2 if "checkpoint" in restored else 0
            said = ("the optimizer's was not", "the optimizer's too", "the optimizer's, which the file held, was not")
            self._evidence.event("resume", 0, f"the model's state was restored, {said[value]}", value)

    def owns(self, parameter):
        """Whether a parameter belongs to the model of this run."""
        return id(parameter) in self.names

    def layers(self):
        """Queue the table `layers`."""
        held = {id(one) for optimizer in self.optimizers for one in optimizer.parameters}
        rows = modules.layer_rows(self.roots, held)
        if not held:
            rows = [{key: value for key, value in row.items() if key != "inOptimizer"} for row in rows]
        self._evidence.rows("layers", rows)

    def join(self, optimizer):
        """An optimizer steps for the first time."""
        held = Held(optimizer, len(self.optimizers))
        self.optimizers.append(held)
        if not all(self.owns(one) for one in held.parameters):
            new = [one for one in modules.roots_of(held.parameters) if all(one is not root for root in self.roots)]
            self.roots += new
            self.names.update(modules.parameter_names(new))
            self._evidence.rows("initialWeights", modules.initial_rows(self.roots))
        if held.index == 0:
            optimizers.facts(self._evidence.facts.say, optimizer)
        self.layers()
        self._optimizers()

    def _optimizers(self):
        held = {id(one) for optimizer in self.optimizers for one in optimizer.parameters}
        left = [".".join(self.names[key][:2]) for key in self.leaves if key not in held and key in self.names]
        rows = [
            optimizers.row(one.index, one.optimizer(), left if one.index == 0 else [])
            for one in self.optimizers
            if one.optimizer() is not None
        ]
        self._evidence.rows("optimizers", rows)

    def weights(self):
        """The matrices that the optimizers hold, with their layers, and their other parameters."""
        pairs = [
            (self.names[id(one)][0] if id(one) in self.names else f"parameter {i}", one)
            for held in self.optimizers
            for i, one in enumerate(held.parameters)
            if one.requires_grad
        ]
        matrices = [
            (layer, one)
            for layer, one in pairs
            if one.dim() >= 2 and not isinstance(self.names.get(id(one), (0, 0, None))[2], modules.NORMS)
        ]
        taken = {id(one) for _, one in matrices}
        return matrices, [(layer, one) for layer, one in pairs if id(one) not in taken]
