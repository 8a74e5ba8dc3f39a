"""What is said of a run besides its losses: the model, the optimizers, and what the close looks at single steps showed."""

import weakref
from time import perf_counter

import torch

from ..stream import number
from . import graph, losses, modules, optimizers, tensors
from .cleared import Clearing
from .look import Look
from .points import Facts, Points


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


class Describing:
    """The evidence of one run. `training` is its owner."""

    def __init__(self, training):
        self._of = training
        self._stream = training.stream
        self.points = Points(training.stream)
        self.facts = Facts(training.stream)
        self.calls = losses.Calls()
        self.calls_each = 0
        self.range = losses.TargetRange()
        self.kept = None
        self.names = {}
        self.leaves = {}
        self.looks = 0
        self.unmoved = 0
        self.forced = False
        self.listed = []
        self.resumed = None
        self._clip = None

    # --- the model --------------------------------------------------------------------------------------------------

    def meet(self, loss, given):
        """Find the model behind a loss (None: behind the optimizers that are given) and say what it is."""
        if loss is not None and loss.grad_fn is not None:
            self.leaves = {key: one for key, one in graph.walk(loss.grad_fn, {}).leaves.items()}
        wanted = list(self.leaves.values())
        if not wanted:
            wanted = [one for ref in given[1] if ref() is not None for one in optimizers.parameters(ref())]
        roots = modules.roots_of(wanted)
        roots += [one for one in given[0] if all(one is not root for root in roots)]
        self._of.roots = roots
        self.names = modules.parameter_names(roots)
        self.leaves = dict.fromkeys(self.leaves)
        say = self.facts.say
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
        self.rows("initialWeights", modules.initial_rows(roots))
        self._resumed()
        self._layers()
        self.start()

    def _resumed(self):
        """Whether the model was restored, and its optimizer with it."""
        restored = self._of.restored
        if "model" in restored:
            value = 1 if "optimizer" in restored else 2 if "checkpoint" in restored else 0
            said = ("the optimizer's was not", "the optimizer's too", "the optimizer's, which the file held, was not")
            self.event("resume", 0, f"the model's state was restored, {said[value]}", value)

    def owns(self, parameter):
        """Whether a parameter belongs to the model of this run."""
        return id(parameter) in self.names

    def _layers(self):
        held = {id(one) for optimizer in self._of.optimizers for one in optimizer.parameters}
        rows = modules.layer_rows(self._of.roots, held)
        if not held:
            rows = [{key: value for key, value in row.items() if key != "inOptimizer"} for row in rows]
        self.rows("layers", rows)

    def join(self, optimizer):
        """An optimizer steps for the first time."""
        held = Held(optimizer, len(self._of.optimizers))
        self._of.optimizers.append(held)
        if not all(self.owns(one) for one in held.parameters):
            new = [one for one in modules.roots_of(held.parameters) if all(one is not root for root in self._of.roots)]
            self._of.roots += new
            self.names.update(modules.parameter_names(new))
            self.rows("initialWeights", modules.initial_rows(self._of.roots))
        if held.index == 0:
            optimizers.facts(self.facts.say, optimizer)
            self._weights()
        self._layers()
        self._optimizers()

    def _optimizers(self):
        held = {id(one) for optimizer in self._of.optimizers for one in optimizer.parameters}
        left = [".".join(self.names[key][:2]) for key in self.leaves if key not in held and key in self.names]
        rows = [
            optimizers.row(one.index, one.optimizer(), left if one.index == 0 else [])
            for one in self._of.optimizers
            if one.optimizer() is not None
        ]
        self.rows("optimizers", rows)

    def _weights(self):
        """The matrices that the optimizers hold, with their layers, and their other parameters."""
        pairs = [
            (self.names[id(one)][0] if id(one) in self.names else f"parameter {i}", one)
            for held in self._of.optimizers
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

    def rows(self, table, rows):
        """Queue rows of a table, if there are any."""
        if rows:
            self._stream.write({"k": "rows", "table": table, "rows": rows})

    # --- a close look ---------------------------------------------------------------------------------------------

    def start(self):
        """Look at the step that begins now."""
        weights, rest = self._weights()
        self._of.looking = Look(self._of.step + 1, weights, rest)
        self.kept = None
        self._clip = None

    def look_now(self, loss):
        """The first loss that is not finite: what went in and what the weights are is looked at whatever it costs."""
        self.forced = True
        if self._of.looking is None:
            self.start()
            self.look_at_loss(loss, [])

    def look_next(self):
        """A step has ended and the next is due for a look."""
        if self._of.looking is None:
            self.start()

    def look_at_loss(self, loss, calls):
        """Before backward at a close look. `calls`: the losses that were computed since the last one."""
        begin = perf_counter()
        look = self._of.looking
        fresh = look.graph is None
        look.loss(loss, self.names)
        if fresh and look.graph is not None:
            within = sum(call.node in look.graph.nodes for call in calls if call.node is not None)
            self.calls_each = max(self.calls_each, within)
            look.graph.nodes = set()
            self._saw_graph(look)
        for call in calls:
            call.node = None
        if self.kept is not None:
            self._saw_call(*self.kept, look.step)
            self.kept = None
        self._of.budget.charge(perf_counter() - begin)

    def _detail(self):
        """Whether this look writes tables: the first four, then at doubling distances."""
        return self.forced or self.looks < 4 or self.looks & (self.looks - 1) == 0

    def _saw_graph(self, look):
        found = look.graph
        if self.looks == 0:
            for key in found.leaves:
                self.leaves[key] = None
            made_by = graph.source(self.kept[1][0].grad_fn) if self.kept and self.kept[1] else ""
            labels = graph.hidden(found.labels, made_by)
            if labels:
                self.facts.say("hidden_activations", labels, ", ".join(labels))
        if self._detail():
            rows = [tensors.describe(tensor, look.step, "train", layer) for layer, _, tensor in found.inputs[:4]]
            self.rows("inputs", [row for row in rows if row])
            first = rows[0] if rows else None
            if first and first["type"] == "float" and isinstance(first["min"], float) and isinstance(first["max"], float):
                if self.looks == 0:
                    self.facts.say("input_range", [first["min"], first["max"]], f"into {first['name']}, first batch")
        found.inputs = []
        self._of.phases.mode("train")

    def _saw_call(self, name, args, kwargs, result, step):
        row = self.calls.saw(name, args, kwargs, result, "train", True)
        losses.facts(self.facts.say, name, args, kwargs, row)
        given, target = losses.arguments(args, kwargs)
        if self.looks < 16 and isinstance(target, torch.Tensor) and row["loss"] in ("mse", "mae", "huber"):
            self.range.add(target)
            self.range.say(self.facts.say)
        if self._detail():
            outputs, targets = losses.tables(name, args, kwargs, step, "train")
            self.rows("outputs", [outputs] if outputs else [])
            self.rows("targets", [targets] if targets else [])
        if self.facts.knows("batch_size") is None and isinstance(given, torch.Tensor) and given.dim():
            self.facts.say("batch_size", int(given.shape[0]), f"{name} of {given.shape[0]} rows")
        if self.looks in (3, 8, 16, 24, 32, 48, 64):
            each = losses.each(self._of.originals.loss(name), name, args, kwargs, step, "train")
            if each:
                self._stream.write({"k": "examples", "step": step, "split": "train", "loss": [one["loss"] for one in each]})
        found = losses.hits(name, args, kwargs)
        if found is not None and int(found[1]):
            self.points.add("accuracy", int(found[0]) / int(found[1]), step)

    def saw_evaluation(self, name, args, kwargs, result):
        """The first call of an evaluation, of the first few evaluations."""
        self.calls.saw(name, args, kwargs, result, "val", False)
        outputs, targets = losses.tables(name, args, kwargs, self._of.step, "val")
        self.rows("outputs", [outputs] if outputs else [])
        self.rows("targets", [targets] if targets else [])

    def clipped(self, norm, most):
        """The norm that clipping found at a close look, and the largest that it lets pass."""
        self._clip = float(norm)
        if isinstance(most, (int, float)):
            self.facts.say("gradient_clip", float(most), f"clip_grad_norm_(max_norm={most})")

    def look_before(self):
        """Just before the optimizer steps."""
        begin = perf_counter()
        look = self._of.looking
        if not look.weights and not look.rest:
            look.weights, look.rest = self._weights()
        look.gradients(self._clip)
        look.before()
        self._of.budget.charge(perf_counter() - begin)

    def look_after(self, held):
        """Just after it: what was seen is written, and the next look is planned."""
        begin = perf_counter()
        of, look = self._of, self._of.looking
        moved = look.after()
        layers = look.named()
        if layers != self.listed and set(layers) - set(self.listed):
            self.listed = list(dict.fromkeys(self.listed + layers))[:400]
            self._stream.write({"k": "names", "layers": self.listed})
        self._stream.write(look.row(self.listed))
        self.unmoved += not moved
        if not moved and self.unmoved & (self.unmoved - 1) == 0:
            norm = look.whole.get("gradient-norm", 0.0)
            self.event("not-moved", look.step, f"no weight moved, gradient norm {norm:.3g}", number(norm))
        optimizer = held.optimizer()
        decay = optimizers.penalty(optimizer) if optimizer is not None and self._detail() else None
        if decay is not None:
            self.points.add("penalty", decay, look.step, name="weight decay")
        for one in of.optimizers:
            one.clearing.after_step(one.parameters[:64])
        self.looks += 1
        self.forced = False
        of.looking = None
        of.budget.charge(perf_counter() - begin, sampled=True)
        of.next = of.budget.next(of.step)

    def clearing(self, held):
        """One more check of whether gradients were cleared."""
        total = held.clearing.checked
        if total >= 2 and total & (total - 1) == 0 and held.clearing.kept:
            share = held.clearing.kept / total
            text = f"{held.clearing.kept} of {total} checked steps"
            self.event("not-cleared", self._of.step, text, round(share, 3))

    def event(self, event, step, text, value=None):
        """Queue an event."""
        row = {"k": "event", "event": event, "step": step, "text": text}
        if value is not None:
            row["value"] = value
        self._stream.write(row)

    def write(self):
        """Queue the tables that changed."""
        if self.calls.changed:
            self.rows("lossCalls", self.calls.rows())

    def last(self):
        """The run ends: tables as they stand now."""
        self.rows("lossCalls", self.calls.rows())

