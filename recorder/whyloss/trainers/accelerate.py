"""Accelerate: what it divides a loss by, its precision, and what is logged through it."""

import sys
import weakref

from . import settings
from .around import argument, around, lacks


class Accelerate:
    """What an Accelerator knows of the training that goes through it; the loop is the user's own."""

    def __init__(self, accelerator):
        self._accelerator = weakref.ref(accelerator)

    def of(self, accelerator):
        """Whether this is that accelerator's."""
        return self._accelerator() is accelerator

    def position(self):
        """A loop of one's own is counted from its beginning."""
        return 0, 0

    def facts(self, say):
        """Its settings, said of the run that has begun."""
        accelerator = self._accelerator()
        precision = getattr(accelerator, "mixed_precision", None)
        if settings.precision(precision) == "mixed":
            say("precision", "mixed", f"Accelerator(mixed_precision={precision!r})", firm=True)
        accumulated = settings.count(getattr(accelerator, "gradient_accumulation_steps", 1)) or 1
        ranks = settings.count(getattr(accelerator, "num_processes", 1)) or 1
        loader = next(iter(getattr(accelerator, "_dataloaders", None) or ()), None)
        each = getattr(loader, "total_batch_size", None) or getattr(loader, "batch_size", None)
        said = f"batches of {each}, gradient_accumulation_steps={accumulated}"
        # what its loaders call the total is that of all processes
        settings.batch(say, settings.count(each), accumulated, 1 if hasattr(loader, "total_batch_size") else ranks, said)
        try:
            batches = len(loader)
        except TypeError:
            return
        settings.steps(say, batches, accumulated, f"{batches} batches, gradient_accumulation_steps={accumulated}")


def install(training, _):
    """Watch the Accelerator that has just been imported."""
    accelerator = sys.modules["accelerate.accelerator"].Accelerator
    if not around(training, accelerator, "backward", lambda one, args, kwargs: _backward(training, one)):
        lacks("this version of accelerate has no Accelerator.backward")
    around(training, accelerator, "log", lambda one, args, kwargs: _logged(training, args, kwargs))


def _backward(training, accelerator):
    known = training.trainer
    if known is None or (isinstance(known, Accelerate) and not known.of(accelerator)):
        training.trainer = known = Accelerate(accelerator)
        if training.begun:
            known.facts(training.evidence.facts.say)
    # within another trainer it is that one which divides
    if isinstance(known, Accelerate):
        training.divides = settings.count(getattr(accelerator, "gradient_accumulation_steps", 1)) or 1


def _logged(training, args, kwargs):
    values, step = argument(args, kwargs, 0, "values"), argument(args, kwargs, 1, "step")
    if isinstance(values, dict) and training.begun:
        training.logged(values, training.step, None)
