"""The model that is being trained and the optimizers that hold it: found behind the first loss, and said once."""

import weakref

import torch

from . import graph, modules, optimizers
from .cleared import Clearing


MOST_HELD = 16
"""parameters by which weights are seen to move where no optimizer steps"""


REPLACED = {
    0: "the model's state restored, without one of its own",
    1: "with a state that was restored",
    2: "though the file held its state, without it",
    3: "with no state",
}


class Held:
    """An optimizer of the run; the first that steps has the index 0, and so has one that takes its place."""

    def __init__(self, optimizer, index):
        self.optimizer = weakref.ref(optimizer)
        self.index = index
        self.kind = optimizers.kind(optimizer)
        self.ids = {id(one) for one in optimizers.parameters(optimizer)}
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
        self._roots = []
        self._names = {}
        self._leaves = []
        self._still = None
        self._stood = 0
        self.optimizers = []

    @property
    def roots(self):
        """The outermost modules that train, as far as they are still alive: a model that the user drops goes."""
        return [one for one in (ref() for ref in self._roots) if one is not None]

    def name_of(self, parameter):
        """(layer, its own name, whether the layer only scales and shifts), or None of what is not of this model."""
        entry = self._names.get(id(parameter))
        return entry[1:] if entry is not None and entry[0]() is parameter else None

    def reached(self, parameters):
        """Parameters that the loss was seen to reach."""
        known = {id(ref()) for ref in self._leaves}
        self._leaves += [weakref.ref(one) for one in parameters if id(one) not in known]

    def met(self, leaves):
        """Parameters, by id, that a loss reaches; those of a layer that the user put in later are said anew."""
        known = {id(one) for one in (ref() for ref in self._leaves) if one is not None}
        new = [one for key, one in leaves.items() if key not in known]
        if not new:
            return
        self.reached(new)
        self._names.update(modules.parameter_names(self.roots))
        strange = [one for one in new if not self.owns(one)]
        if strange:
            self._add([one for one in modules.roots_of(strange) if all(one is not root for root in self.roots)])
        if self.optimizers:
            self._optimizers()

    def _add(self, roots):
        self._roots += [weakref.ref(one) for one in roots]
        # of all roots at once: where there are several their layers bear the root's name too
        self._names = modules.parameter_names(self.roots)

    def meet(self, loss, given):
        """Find the model behind a loss (None: behind the optimizers that are given) and say what it is."""
        wanted = []
        if loss is not None and loss.grad_fn is not None:
            wanted = list(graph.walk(loss.grad_fn, self.name_of).leaves.values())
            self.reached(wanted)
        if not wanted:
            wanted = [one for ref in given[1] if ref() is not None for one in optimizers.parameters(ref())]
        roots = modules.roots_of(wanted)
        roots += [one for one in given[0] if all(one is not root for root in roots)]
        self._add(roots)
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
            self._evidence.event("resume", self._of.step, f"the model's state was restored, {said[value]}", value)
        # what is restored from now on is restored in the middle of the run
        restored.discard("model")

    def unstepped(self, step):
        """Backwards go by and no optimizer steps: say whether the weights move all the same, and which optimizers stand idle."""
        now = [one.detach().flatten()[:64].clone() for root in self.roots for one in list(root.parameters())[:MOST_HELD]]
        if self._still is None:
            idle = [one for one in (ref() for ref in self._of.given[1]) if one is not None]
            self._evidence.rows("optimizers", [optimizers.row(i, one, []) for i, one in enumerate(idle)])
        elif len(now) == len(self._still) and all(map(torch.equal, now, self._still)):
            self._stood += 1
            if self._stood & (self._stood - 1) == 0:
                self._evidence.event("not-moved", step, "no optimizer steps, and no weight moves", 0.0)
        self._still = now

    def owns(self, parameter):
        """Whether a parameter belongs to the model of this run."""
        return self.name_of(parameter) is not None

    def layers(self):
        """Queue the table `layers`."""
        held = {id(one) for optimizer in self.optimizers for one in optimizer.parameters}
        rows = modules.layer_rows(self.roots, held)
        if not held:
            rows = [{key: value for key, value in row.items() if key != "inOptimizer"} for row in rows]
        self._evidence.rows("layers", rows)

    def join(self, optimizer):
        """An optimizer steps for the first time."""
        before = self._predecessor(optimizer)
        held = Held(optimizer, before.index if before is not None else len({one.index for one in self.optimizers}))
        self.optimizers.append(held)
        if before is not None:
            before.clearing = Clearing()
            self._replaced(before, optimizer)
        if not all(self.owns(one) for one in held.parameters):
            new = [one for one in modules.roots_of(held.parameters) if all(one is not root for root in self.roots)]
            self._add(new)
            self._evidence.rows("initialWeights", modules.initial_rows(self.roots))
        if held.index == 0:
            optimizers.facts(self._evidence.facts.say, optimizer)
        self.layers()
        self._optimizers()

    def _predecessor(self, optimizer):
        """The optimizer of this run that holds some of the same parameters: this one steps in its place."""
        theirs = {id(one) for one in optimizers.parameters(optimizer)}
        for held in reversed(self.optimizers):
            mine = {id(one) for one in held.parameters} or held.ids
            if mine & theirs:
                return held
        return None

    def _replaced(self, before, optimizer):
        restored = self._of.restored
        value = 1 if "optimizer" in restored else 3 if "model" not in restored else 2 if "checkpoint" in restored else 0
        said = REPLACED[value]
        text = f"{optimizers.kind(optimizer)} took the place of {before.kind}, {said}"
        self._evidence.event("resume", self._of.step, text, value)

    def _optimizers(self):
        held = {id(one) for optimizer in self.optimizers for one in optimizer.parameters}
        reached = [one for one in (ref() for ref in self._leaves) if one is not None and id(one) not in held]
        left = [".".join(name[:2]) for name in map(self.name_of, reached) if name is not None]
        # of those that took each other's place the last
        now = {one.index: one for one in self.optimizers if one.optimizer() is not None}
        rows = [optimizers.row(index, one.optimizer(), left if index == 0 else []) for index, one in sorted(now.items())]
        self._evidence.rows("optimizers", rows)

    def weights(self):
        """The matrices that the optimizers hold, with their layers, and their other parameters."""
        matrices, rest, seen = [], [], set()
        for held in self.optimizers:
            for i, one in enumerate(held.parameters):
                if one.requires_grad and id(one) not in seen:
                    seen.add(id(one))
                    layer, _, norm = self.name_of(one) or (f"parameter {i}", "", False)
                    (matrices if one.dim() >= 2 and not norm else rest).append((layer, one))
        return matrices, rest
