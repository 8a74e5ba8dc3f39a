"""What all changes of one process share: where they hook in, what they know of the training, and that none breaks it."""

import atexit
import weakref

import torch

from . import forwards, losses, steps


class Training:
    """The trainings of this process as the changes see them."""

    def __init__(self, trial):
        self.trial = trial
        self.report = trial.report
        self.why = {}
        """change -> the reason that is given at the end where nothing was said: its id, or a function of it and values"""
        self.off = set()
        """changes of ours that raised: they do nothing any more"""
        self.at_first = []
        """f(root, module, args, kwargs) before the first training forward of a model"""
        self.at_input = []
        """f(root, module, args, kwargs, trains) -> other (args, kwargs) or None"""
        self.around = []
        """f(root, module, trains) -> what undoes it after the forward, or None"""
        self.at_output = []
        """f(root, module, output, trains) -> another output or None"""
        self.at_loss = []
        """f(call) before a loss function of the framework is called"""
        self.before_backward = []
        """f(loss)"""
        self.after_backward = []
        self.before_step = []
        """f(optimizer); True holds the step back"""
        self.at_gradients = []
        """f(optimizer) when its gradients are there, right before they are followed"""
        self.settings = []
        """(key, f(optimizer, group, value, step) -> another value or None) for the length of a step"""
        self.after_step = []
        self.examples = 1.0
        """how many times more steps than unchanged a pass over the data takes: other batch sizes, more passes"""
        self.replaced = weakref.WeakSet()
        """optimizers that became another kind"""
        self.forwards = forwards.Forwards(self)
        self.losses = losses.Losses(self)
        self.steps = steps.Steps(self)
        self.loaders = None
        """made by the changes of data"""
        self.activations = None
        """made by the changes of layers"""
        atexit.register(self.end)

    def put(self):
        """Put what is needed into the framework."""
        self.forwards.put()
        self.losses.put()
        self.steps.put()

    def guarded(self, change, function):
        """`function` as one that never raises: the training goes on without this change, and the report says so."""

        def call(*args, **kwargs):
            if change in self.off:
                return None
            try:
                return function(*args, **kwargs)
            except Exception as error:
                self.off.add(change)
                self.report.broken(change, error)
                return None

        return call

    def on(self, change, where, function):
        """Append a guarded function to a list of places, e.g. `self.at_first`."""
        where.append(self.guarded(change, function))

    def total(self):
        """How many steps this run takes, None where the unchanged one's length is unknown."""
        return None if not self.trial.steps else max(1, round(self.trial.steps * self.examples))

    def evaluates(self):
        """Whether a model is only asked now: no gradients are wanted, or it is in eval mode and was not always."""
        if not torch.is_grad_enabled():
            return True
        last = self.forwards.last
        module = last.module() if last is not None else None
        return module is not None and last.trained and not module.training and not last.in_eval

    def end(self):
        """What was asked for and neither took place nor was refused is refused."""
        for change in self.trial.changes:
            if self.report.silent(change):
                why = self.why.get(change, "unsupported")
                if callable(why):
                    why = why()
                if why is None:
                    why = "no-loss" if not self.losses.trained else "unsupported"
                if not self.steps.taken and why not in ("no-loader", "no-layer", "unknown-data"):
                    why = "no-optimizer"
                self.report.refused(change, why)
