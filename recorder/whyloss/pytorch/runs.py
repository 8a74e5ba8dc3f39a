"""Where one training ends and another begins within a process, and what the recorder does there."""

import weakref
from time import perf_counter

import torch

from . import graph, optimizers

ASKED = 4
"""backwards after a new optimizer was made whose graph is searched for its parameters"""


def first(training, loss):
    """Before the first backward of a run: find the model and its optimizers, say what they are."""
    begin = perf_counter()
    training.begun = True
    training.on_device = loss.is_cuda
    training.process.begin("pytorch", torch.__version__, training, device=str(loss.device))
    if training.trainer is not None:
        position(training)
    training.model.meet(loss, training.given)
    _facts(training)
    training.budget.start(perf_counter() - begin)
    training.flushed = perf_counter()


def _facts(training):
    """What a trainer and the makers of models know."""
    say = training.evidence.facts.say
    for ask in training.models:
        for root in training.model.roots:
            ask(say, root)
    if training.trainer is not None:
        training.trainer.facts(say)


def position(training):
    """A trainer that resumes goes on counting where it had stopped."""
    steps, epochs = training.trainer.position()
    training.step = training.first = steps
    training.next = steps + 1
    training.phases.before = epochs


def strange(training, loss):
    """A loss that reaches nothing of this run's model, but what a newer optimizer holds: another run begins with it."""
    late = [one for one in (ref() for ref in training.late) if one is not None]
    training.late = [weakref.ref(one) for one in late]
    training.asked += 1
    if not late or training.asked > ASKED or loss.grad_fn is None:
        return
    leaves = graph.walk(loss.grad_fn, training.model.name_of).leaves
    if any(training.model.owns(one) for one in leaves.values()):
        return
    for optimizer in late:
        if any(id(one) in leaves for one in optimizers.parameters(optimizer)):
            own = [one for one in training.calls if one.grad]
            training.calls = [one for one in training.calls if not one.grad]
            renewed(training, [weakref.ref(optimizer)])
            training.calls = own
            first(training, loss)
            return


def renew(training, optimizer):
    """An optimizer that is not ours steps. Made while ours had trained already, and for another model: a new run."""
    theirs = optimizers.parameters(optimizer)
    late = training.step > training.first and any(ref() is optimizer for ref in training.late)
    training.late = [ref for ref in training.late if ref() is not optimizer]
    if late and not any(training.model.owns(one) for one in theirs):
        kept = training.backwards
        renewed(training, [weakref.ref(optimizer)])
        training.backwards = kept
        training.begun = True
        training.model.meet(None, training.given)
        _facts(training)
        training.budget.start(0.0)
    training.model.join(optimizer)


def renewed(training, given):
    """End the run and open the next, whose optimizers are `given`, weakly."""
    training.end()
    training.runs += 1
    loaders = training.phases.loaders
    training._new_run()
    training.begun = False
    training.phases.carry(loaders, training.loader)
    training.stream.write({"k": "run", "name": f"#{training.runs + 1}"})
    training.given = ([], given)


def another(training, trainer):
    """A trainer begins to train: what comes is a run of its own, wherever the model has been before."""
    if training.begun and training.step > training.first:
        steps = {id(one.optimizer()) for one in training.model.optimizers}
        given = [ref for ref in training.given[1] if ref() is not None and id(ref()) not in steps]
        renewed(training, given)
    # what was tried before, such as a search for a rate, is no epoch of it
    training.phases.carry(training.phases.loaders, None)
    training.trainer = trainer


def over(training):
    """The trainer has ended: what it restored in the end, the best weights, is nothing that the next run resumes from."""
    training.trainer = None
    training.restored.clear()
