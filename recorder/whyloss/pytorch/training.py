"""The training as the recorder knows it: steps, losses and phases on a path that costs microseconds, close looks now and then.

Called by the wrappers of patches.py, which catch whatever is raised here. Nothing here draws a random number, keeps a
graph alive, or writes to a tensor of the user's.
"""

import weakref
from time import perf_counter

import torch

from ..budget import Budget
from . import graph, losses, optimizers, runs
from .describing import Describing
from .evaluation import Evaluation, split
from .log import Log
from .model import Model
from .pending import Pending
from .phases import Phases
from .scale import Scale

FLUSH = 0.25
MOST_CALLS = 100_000
BY_HAND = 16
"""backwards without any optimizer's step after which each counts as a step"""
INFINITE = (float("inf"), float("-inf"))


class Training:
    """One process's trainings, one after the other."""

    def __init__(self, process, originals):
        self.process = process
        self.stream = process.stream
        self.originals = originals
        self.on = True
        self.step = 0
        self.begun = False
        self.on_device = False
        self.given = ([], [])
        self.runs = 0
        self.loader = None
        self.fetched = 0
        self.restored = set()
        self.trainer = None
        """what trains here and says so: position() and facts(say) of whyloss.trainers; None of a loop of one's own"""
        self.models = []
        """what is asked of each model that is met: functions of `say` and the model"""
        self.divides = 1
        """by what a trainer says that it divides each loss of an accumulation"""
        self._new_run()

    def _new_run(self):
        self.step = 0
        self.first = 0
        """steps of the training that were taken before it was watched"""
        self.budget = Budget()
        self.evidence = Describing(self)
        self.model = Model(self, self.evidence)
        self.phases = Phases(self, self.evidence)
        self.scale = Scale(self)
        self.points = self.evidence.points
        self.evaluation = Evaluation(self.points)
        self.pending = Pending(self.points)
        self.log = Log(self.stream)
        self.late = []
        self.asked = 0
        self.looking = None
        self.next = 1
        self.calls = []
        self.backwards = []
        self.stepping = None
        """the optimizer that steps now"""
        self.unscaled = None
        self.flushed = 0.0
        self.sick = False
        self.closure = False

    def watch(self, model, optimizer):
        """A model and an optimizer that were made before the recorder came."""
        if model is not None:
            self.given[0].append(model)
        if optimizer is not None:
            self.given[1].append(weakref.ref(optimizer))
            self.originals.wrap_optimizer(type(optimizer))

    def fail(self, error):
        """Something of ours went wrong: say so once, and leave the training alone from here on."""
        if not self.on:
            return
        self.on = False
        self.looking = None
        self.evidence.release()
        why = f"{type(error).__name__}: {error}"[:300]
        self.stream.write({"k": "silent", "why": why})
        self.stream.flush()
        self.stream.stop(why)

    def logged(self, values, step, epoch):
        """What a trainer writes into its own logs: {name: number or tensor of one}."""
        self.log.take(values, step, epoch)

    def forked(self):
        """In a forked child: it records anew if it trains."""
        self.begun = False
        self.runs = 0
        self.trainer = None
        self._new_run()

    # --- the loss -----------------------------------------------------------------------------------------------

    def lost(self, name, args, kwargs, result):
        """A loss function was called."""
        if len(self.calls) >= MOST_CALLS or not isinstance(result, torch.Tensor):
            return
        call = losses.call_of(name, args, kwargs, result, self.phases.source())
        close = self.looking is not None or not self.begun or bool(self.late)
        if result.grad_fn is not None and close:
            result.grad_fn.metadata[graph.MARK] = id(call)
        call.told = self.phases.told
        call.training = self.model.roots[0].training if self.model.roots else None
        if not call.grad:
            found = losses.hits(name, args, kwargs)
            if found is not None:
                call.right, call.of = found
            if not self.calls or self.calls[-1].grad:
                self.phases.evaluating(name, args, kwargs, result, call)
        else:
            if close:
                self.evidence.kept = (name, args, kwargs, result)
            target = losses.arguments(args, kwargs)[1]
            # labels on a device are read at close looks only, since reading waits for it
            if self.looking is not None or not getattr(target, "is_cuda", False):
                self.phases.labels(target)
        self.calls.append(call)

    def before_backward(self, loss):
        """Backward begins: `loss` is what it was given."""
        if not self.begun:
            runs.first(self, loss)
            if self.stepping is not None:
                # asked for within its step: nothing has moved yet
                runs.renew(self, self.stepping)
                self.evidence.look_before()
        elif self.late:
            runs.strange(self, loss)
        if self.looking is not None:
            self.evidence.look_at_loss(loss, self.calls)
        if self.closure:
            self.calls = []  # a line search asks again and again; the step's loss is the first
            self.evidence.searched()
        else:
            self.closure = self.stepping is not None
            self._note(self.unscaled if self.unscaled is not None else loss.detach())
            value = self.backwards[-1][0] if self.backwards else 0.0
            if not self.sick and isinstance(value, float) and (value != value or value in INFINITE):
                self.sick = True
                self.flushed = 0.0
                self.evidence.non_finite(loss, value)
        self.unscaled = None
        for optimizer in self.model.optimizers:
            if optimizer.clearing.watching():
                optimizer.clearing.before_backward()

    def _note(self, value):
        value = value if value.dim() == 0 else value.float().mean()
        own, self.calls = self.calls, []
        if own:
            # of losses with a graph only as many reach backward as were found in it; within an accumulation all do
            extra = 0 if self.backwards else max(0, sum(one.grad for one in own) - self.evidence.calls_each)
            apart, own = split(own, extra)
            if apart:
                self._evaluated(apart)
        self.backwards.append((value if value.is_cuda else value.item(), [one for one in own if one.grad]))
        if not self.model.optimizers and len(self.backwards) > BY_HAND:
            self._by_hand()

    def _by_hand(self):
        """No optimizer steps here: weights are moved by hand, and each backward is a step."""
        taken, self.backwards = self.backwards, []
        self.model.unstepped(self.step + len(taken))
        for one in taken:
            self.step += 1
            self.pending.step(self.step, [one], 1)
            self.phases.trained([one])
        if self.looking is not None:
            self.evidence.look_by_hand()
        if self.step + 1 >= self.next:
            self.evidence.look_next()
        if perf_counter() - self.flushed > FLUSH:
            self.flush()

    def _evaluated(self, calls):
        begin = perf_counter()
        if self.evaluation.stretch(calls, self.step, self.phases.epoch(), self.phases.train_data()):
            self.phases.stretched(self.evaluation.examples)
        self.budget.charge(perf_counter() - begin)

    def after_backward(self):
        """Backward has filled the gradients."""
        for optimizer in self.model.optimizers:
            if optimizer.clearing.watching():
                optimizer.clearing.after_backward()

    # --- the step -------------------------------------------------------------------------------------------------

    def before_step(self, optimizer):
        """An optimizer is about to step."""
        self.stepping = optimizer
        held = self._held(optimizer)
        if held is None:
            if not self.begun or not self.backwards:
                return
            runs.renew(self, optimizer)
            held = self._held(optimizer)
        kept = held.clearing.before_step()
        if kept is not None:
            self.evidence.clearing(held)
        if self.looking is not None and held.index == 0:
            self.evidence.look_before()

    def after_step(self, optimizer):
        """It has stepped."""
        inside, self.stepping, self.closure = self.closure, None, False
        held = self._held(optimizer)
        if held is None:
            if not self.backwards:
                return
            # its first losses were asked for within the step
            runs.renew(self, optimizer)
            held = self._held(optimizer)
        taken, self.backwards = self.backwards, []
        if held.index > 0:
            if taken:
                self.pending.other(held, taken)
            return
        if not taken:
            return
        self.step += 1
        self.pending.step(self.step, taken, self.divides)
        self.phases.trained(taken)
        rate = optimizers.rate(optimizer)
        if rate != held.rate and rate == rate:
            held.rate = rate
            self.points.add("learning-rate", rate, self.step)
        if self.looking is not None:
            self.evidence.look_after(held, taken, inside)
        now = perf_counter()
        if self.step + 1 >= self.next:
            self.evidence.look_next()
        if now - self.flushed > FLUSH:
            self.flush()

    def _held(self, optimizer):
        for one in self.model.optimizers:
            if one.optimizer() is optimizer:
                return one
        return None

    def made(self, optimizer):
        """An optimizer was constructed: another training may begin here, perhaps of a compiled model."""
        self.evidence.release()
        self.given[1].append(weakref.ref(optimizer))
        if self.step > self.first:
            self.late.append(weakref.ref(optimizer))
            self.asked = 0
            # what was restored before it was made was not restored into it
            self.restored.discard("optimizer")

    # --- writing ---------------------------------------------------------------------------------------------------

    def flush(self):
        """Write what has come together."""
        begin = perf_counter()
        self.pending.write()
        self.points.write()
        self.evidence.write()
        self.phases.write()
        self.process.text()
        self.stream.flush()
        self.flushed = perf_counter()
        self.budget.charge(self.flushed - begin)

    def end(self):
        """The run or the process ends."""
        if not self.on or not self.begun:
            return
        self.evidence.release()
        if not self.model.optimizers and self.backwards:
            self._by_hand()
        if self.calls and not self.backwards:
            self._evaluated([one for one in self.calls if not one.grad] or self.calls)
            self.calls = []
        self.pending.settle()
        self.evidence.last()
        self.phases.last()
        self.flush()
        self.stream.write(self.budget.row(self.step - self.first) | {"steps": self.step})
        self.stream.flush()
