"""What is said of a run besides its losses: the model, the optimizers, and what the close looks at single steps showed."""

from time import perf_counter

import torch

from ..points import Facts, Points
from ..stream import number
from . import byhand, graph, losses, modes, optimizers, tensors
from .look import Look
from .tried import AGAIN, Tried


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
        self.caught = None
        self.tried = Tried(training)
        self.written = False
        self.looks = 0
        self.unmoved = 0
        self.forced = False
        self.listed = []
        self._clip = None

    def rows(self, table, rows):
        """Queue rows of a table, if there are any."""
        if rows:
            self._stream.write({"k": "rows", "table": table, "rows": rows})

    # --- a close look ---------------------------------------------------------------------------------------------

    def start(self):
        """Look at the step that begins now."""
        self._of.looking = Look(self._of.step + 1)
        # the loss behind which the model was just found is looked at too
        if self.looks > 0:
            self.kept = None
        self._clip = None
        roots = self._of.model.roots
        ample = self.looks < 4 or self._of.budget.ample(self._of.step - self._of.first)
        # of a loss that is written out the model's output tells what was compared
        if self.tried.start(self.looks, roots, ample) or (self.written and len(roots) == 1 and self._detail()):
            self.caught = modes.Catch(roots[0])

    def look_now(self, loss):
        """The first loss that is not finite: what went in and what the weights are is looked at whatever it costs."""
        seen = self._of.looking is not None and not self._detail()
        self.forced = True
        if seen and self._of.looking.graph is not None:
            self._inputs(self._of.looking)
        elif self._of.looking is None:
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
        look.loss(loss, self._of.model.name_of)
        if fresh and look.graph is not None:
            self.calls_each = max(self.calls_each, len(look.graph.losses.intersection(id(call) for call in calls)))
            self._saw_graph(look)
        caught, self.caught = self.caught, None
        if caught is not None:
            caught.release()
        if self.kept is None and fresh and caught is not None:
            self.kept = byhand.call(loss, caught.output)
            self.written = self.written or self.kept is not None
        if self.kept is None and fresh and caught is not None and self._detail():
            # the loss is none that is known; what the model put out is seen all the same
            outputs = tensors.describe(caught.output, look.step, "train", "output", classes=True)
            self.rows("outputs", [outputs] if outputs else [])
        if self.kept is not None and (fresh or self.forced):
            self._saw_call(*self.kept, look.step)
            # within a step only the first backward rests on the weights as they were
            if caught is not None and self.tried.trying and not self._of.closure:
                self.tried.before(caught, self.kept, look.step, self.looks)
            self.kept = None
        self._of.budget.charge(perf_counter() - begin)

    def release(self):
        """Recording ends in the middle of a look."""
        if self.caught is not None:
            self.caught.release()
        self.caught = self.kept = None
        self.tried.drop()

    def searched(self):
        """A step asks for its loss again: a line search, whose gradients are of several places."""
        if self._of.looking is not None:
            self._of.looking.forget()
            self.tried.drop()

    def _detail(self):
        """Whether this look writes tables: the first four, then at doubling distances."""
        return self.forced or self.looks < 4 or self.looks & (self.looks - 1) == 0

    def _saw_graph(self, look):
        found = look.graph
        self._of.model.met(found.leaves)
        if found.half is not None:
            self.facts.say("precision", "mixed", f"{found.half} of float16")
        if self.looks == 0:
            made_by = graph.source(self.kept[1][0].grad_fn) if self.kept and self.kept[1] else ""
            labels = graph.hidden(found.labels, made_by)
            if labels or found.leaves:
                self.facts.say("hidden_activations", labels, ", ".join(labels) or "none in the graph of the loss")
        if self._detail():
            self._inputs(look)
        self._of.phases.mode("train")

    def _inputs(self, look):
        """What first went into the model."""
        rows = [tensors.describe(tensor, look.step, "train", layer) for layer, _, tensor in look.graph.inputs[:4]]
        self.rows("inputs", [row for row in rows if row])
        first = rows[0] if rows else None
        if self.looks == 0 and first and first["type"] == "float" and isinstance(first["min"], float):
            self.facts.say("input_range", [first["min"], first["max"]], f"into {first['name']}, first batch")

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

    def refused(self, name, args, kwargs):
        """A loss function raised: what it was given is the best evidence of why, written at once."""
        given, _ = losses.arguments(args, kwargs)
        if not isinstance(given, torch.Tensor) or given.is_cuda:
            return  # after an assertion on a device nothing can be read from it
        self._of.process.begin("pytorch", torch.__version__, self._of, device=str(given.device))
        row = self.calls.saw(name, args, kwargs, None, "train" if given.requires_grad else "val", given.requires_grad)
        losses.facts(self.facts.say, name, args, kwargs, row)
        outputs, targets = losses.tables(name, args, kwargs, self._of.step + 1, row["split"])
        self.rows("outputs", [outputs] if outputs else [])
        self.rows("targets", [targets] if targets else [])
        self.write()
        self._stream.flush()

    def non_finite(self, loss, value):
        """The first loss that is NaN or Inf."""
        self.event("non-finite", self._of.step + 1, "loss", number(value))
        self.look_now(loss)

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
        look.take(*self._of.model.weights())
        if self._of.backwards:
            look.gradients(self._clip)
        look.before(foretell=self.looks in AGAIN)
        self._of.budget.charge(perf_counter() - begin)

    def look_after(self, held, taken, inside):
        """Just after it: what was seen is written, and the next look is planned.

        `taken`: the backwards that it rests on; `inside`: the step itself asked for them, by a closure.
        """
        begin = perf_counter()
        of, look = self._of, self._of.looking
        if inside:
            look.gradients(self._clip)
        moved = look.after()
        self.tried.after(look, float(sum(value for value, _ in taken)))
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
        for one in of.model.optimizers:
            one.clearing.after_step(one.parameters[:64])
        self.looks += 1
        self.forced = False
        of.looking = None
        of.budget.charge(perf_counter() - begin, sampled=True)
        of.next = of.first + of.budget.next(of.step - of.first)

    def look_by_hand(self):
        """No optimizer steps: the look ends with what was seen before the backward pass."""
        of = self._of
        self.looks += 1
        self.forced = False
        of.looking = None
        of.budget.charge(0.0, sampled=True)
        of.next = of.first + of.budget.next(of.step - of.first)

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

