"""The calls of loss functions: each can be given other arguments, or be another function, before it is made."""

import functools
import inspect

import torch
from torch.nn import functional
from whyloss.pytorch.losses import LOSSES
from whyloss.pytorch.patches import _compiling, unseen

ELEMENTWISE = ("mse_loss", "l1_loss", "smooth_l1_loss", "huber_loss")


class Call:
    """One call of a loss function, before it is made."""

    def __init__(self, name, arguments, trains, inside):
        self.name = name
        self.arguments = arguments
        self.trains = trains
        """it is minimised, not only measured"""
        self.inside = inside
        """the model itself calls it"""

    @property
    def input(self):
        return self.arguments.get("input")

    @input.setter
    def input(self, value):
        self.arguments["input"] = value

    @property
    def target(self):
        return self.arguments.get("target")

    @target.setter
    def target(self, value):
        self.arguments["target"] = value

    def becomes(self, name):
        """Another function takes its place, with those arguments that both know."""
        known = inspect.signature(getattr(functional, name)).parameters
        self.name = name
        self.arguments = {key: value for key, value in self.arguments.items() if key in known}


class Losses:
    """`training`: the Training whose list is called."""

    def __init__(self, training):
        self._of = training
        self._originals = {}
        self._busy = False
        self.trained = set()
        """names of those that were called while training"""

    def put(self):
        for name in LOSSES:
            original = getattr(functional, name, None)
            if original is not None:
                self._originals[name] = (original, inspect.signature(original))
                setattr(functional, name, functools.wraps(original)(unseen(self._wrapper(name, original))))

    def original(self, name):
        """The function that was there before."""
        return self._originals[name][0]

    def _wrapper(self, name, original):
        def loss(*args, **kwargs):
            if self._busy or self._of.forwards.dry or (_compiling is not None and _compiling()):
                return original(*args, **kwargs)
            call = self._call(name, args, kwargs)
            if call is None:
                return original(*args, **kwargs)
            if call.trains:
                self.trained.add(name)
            self._busy = True
            try:
                for function in self._of.at_loss:
                    function(call)
                return self._originals[call.name][0](**call.arguments)
            finally:
                self._busy = False

        return loss

    def _call(self, name, args, kwargs):
        try:
            arguments = dict(self._originals[name][1].bind(*args, **kwargs).arguments)
        except TypeError:  # the function itself says what is wrong
            return None
        given = arguments.get("input")
        if not isinstance(given, torch.Tensor):
            return None
        trains = given.requires_grad and not self._of.evaluates()
        return Call(name, arguments, trains, bool(self._of.forwards.stack) and self._of.forwards.root() is not None)
