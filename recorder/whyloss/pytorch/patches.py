"""The wrappers around torch's own functions, and how they are taken off again.

Each calls what it wraps exactly once with exactly what it was given; whatever goes wrong on our side is caught, and from
then on only the original is called.
"""

import functools

import torch
from torch.nn import functional
from torch.utils.data import dataloader

from . import modules
from .losses import LOSSES

# true while torch.compile traces; a constant to it, so that no guard and no recompilation comes of the question
try:
    from torch.compiler import is_compiling as _compiling
except ImportError:
    _compiling = None


VALUES = ("out of bounds", "between 0 and 1", "out of range")
"""what a loss function says of values that it cannot take; of shapes and types Python's own message says enough"""


class Originals:
    """What was there before, by (owner, name)."""

    def __init__(self):
        self._held = {}
        self._wrapped = {}
        self._training = None

    def loss(self, name):
        """The original loss function."""
        return self._held.get((functional, name), getattr(functional, name, None))

    def _put(self, owner, name, wrapper):
        original = getattr(owner, name, None)
        if original is None:
            return
        wrapped = functools.wraps(original)(unseen(wrapper(original)))
        self._held[owner, name] = original
        self._wrapped[owner, name] = wrapped
        setattr(owner, name, wrapped)

    def patch(self, training):
        """Put all wrappers in place."""
        self._training = training
        for name in LOSSES:
            self._put(functional, name, lambda original, name=name: _loss(training, original, name))
        self._put(torch.autograd, "backward", lambda original: _backward(training, original))
        self._put(torch.nn.Module, "__init__", modules.remember)
        self._put(torch.optim.Optimizer, "__init__", lambda original: self._made(training, original))
        self._put(torch.nn.Module, "load_state_dict", lambda original: _loaded(training, original, "model"))
        self._put(torch.optim.Optimizer, "load_state_dict", lambda original: _loaded(training, original, "optimizer"))
        self._put(torch, "load", lambda original: _read(training, original))
        self._put(torch.nn.utils, "clip_grad_norm_", lambda original: _clipped(training, original))
        self._put(torch.jit, "script", self._script)
        self._put(dataloader._BaseDataLoaderIter, "__next__", lambda original: _next(training, original))
        self._put(dataloader.DataLoader, "__iter__", lambda original: _iterated(training, original))
        scaler = getattr(getattr(torch, "amp", None), "GradScaler", None) or torch.cuda.amp.GradScaler
        self._put(scaler, "scale", lambda original: _scale(training, original))
        self._put(scaler, "update", lambda original: _update(training, original))

    def off(self):
        """Take every wrapper off: torch is as it was."""
        for (owner, name), original in self._held.items():
            setattr(owner, name, original)

    def again(self):
        """Put them back."""
        for (owner, name), wrapped in self._wrapped.items():
            setattr(owner, name, wrapped)

    def _made(self, training, original):
        def __init__(optimizer, *args, **kwargs):
            original(optimizer, *args, **kwargs)
            if training.on:
                try:
                    self.wrap_optimizer(type(optimizer))
                    training.made(optimizer)
                except Exception as error:
                    training.fail(error)

        return __init__

    def wrap_optimizer(self, kind):
        """Wrap the `step` of an optimizer's class, once."""
        if "step" in kind.__dict__ and (kind, "step") not in self._held:
            self._put(kind, "step", lambda original: _step(self._training, original))
        elif "step" not in kind.__dict__:
            for base in kind.__mro__[1:]:
                if "step" in base.__dict__ and base is not torch.optim.Optimizer:
                    self.wrap_optimizer(base)
                    return

    def _script(self, original):
        """torch.jit.script reads the source of what it meets: it must meet torch's own."""

        def script(obj, optimize=None, _frames_up=0, *args, **kwargs):
            losses = [(owner, name) for owner, name in self._held if owner is functional]
            for owner, name in losses:
                setattr(owner, name, self._held[owner, name])
            try:
                return original(obj, optimize, _frames_up + 1, *args, **kwargs)
            finally:
                for owner, name in losses:
                    setattr(owner, name, self._wrapped[owner, name])

        return script


def unseen(function):
    """A warning that torch gives "at its caller" must name the user's line, as it does without us.

    Python's warnings step over frames of the import system, which they know by these two words in the file's name
    (`warnings._is_internal_frame`); the wrapper, which only passes calls on, takes such a name.
    """
    function.__code__ = function.__code__.replace(co_filename="whyloss, passed on like importlib._bootstrap")
    return function


def _loss(training, original, name):
    def loss(*args, **kwargs):
        if _compiling is not None and _compiling():
            return original(*args, **kwargs)
        try:
            result = original(*args, **kwargs)
        except Exception as refusal:
            if training.on and any(word in str(refusal) for word in VALUES):
                try:
                    training.evidence.refused(name, args, kwargs)
                except Exception as error:
                    training.fail(error)
            raise
        if training.on and not torch._C._get_tracing_state():
            try:
                training.lost(name, args, kwargs, result)
            except Exception as error:
                training.fail(error)
        return result

    return loss


def _backward(training, original):
    def backward(tensors, *args, **kwargs):
        if not training.on:
            return original(tensors, *args, **kwargs)
        first = tensors if isinstance(tensors, torch.Tensor) else next(iter(tensors), None) if isinstance(tensors, (list, tuple)) else None
        if first is None:
            return original(tensors, *args, **kwargs)
        try:
            training.before_backward(first)
        except Exception as error:
            training.fail(error)
        result = original(tensors, *args, **kwargs)
        try:
            training.after_backward()
        except Exception as error:
            training.fail(error)
        return result

    return backward


def _step(training, original):
    def step(optimizer, *args, **kwargs):
        if not training.on or training.stepping or (_compiling is not None and _compiling()):
            return original(optimizer, *args, **kwargs)
        try:
            training.before_step(optimizer)
        except Exception as error:
            training.fail(error)
        try:
            return original(optimizer, *args, **kwargs)
        finally:
            try:
                if training.on:
                    training.after_step(optimizer)
            except Exception as error:
                training.fail(error)

    return step


def _next(training, original):
    def __next__(self):
        batch = original(self)
        training.loader = id(self._dataset)
        training.fetched += 1
        return batch

    return __next__


def _iterated(training, original):
    def __iter__(self):
        if training.on:
            try:
                training.phases.iterated(self)
            except Exception as error:
                training.fail(error)
        return original(self)

    return __iter__


def _scale(training, original):
    def scale(self, outputs, *args, **kwargs):
        scaled = original(self, outputs, *args, **kwargs)
        if training.on and isinstance(outputs, torch.Tensor):
            training.unscaled = outputs.detach()
        return scaled

    return scale


def _update(training, original):
    def update(self, *args, **kwargs):
        result = original(self, *args, **kwargs)
        if training.on:
            try:
                training.scale.updated(self)
            except Exception as error:
                training.fail(error)
        return result

    return update


def _clipped(training, original):
    def clip_grad_norm_(parameters, max_norm, *args, **kwargs):
        norm = original(parameters, max_norm, *args, **kwargs)
        if training.on:
            try:
                training.looking is not None and training.evidence.clipped(norm, max_norm)
            except Exception as error:
                training.fail(error)
        return norm

    return clip_grad_norm_


def _loaded(training, original, what):
    def load_state_dict(self, *args, **kwargs):
        result = original(self, *args, **kwargs)
        if training.on:
            training.restored.add(what)
        return result

    return load_state_dict


def _read(training, original):
    def load(*args, **kwargs):
        found = original(*args, **kwargs)
        if training.on and isinstance(found, dict):
            for value in list(found.values())[:64]:
                if isinstance(value, dict) and "param_groups" in value and "state" in value:
                    training.restored.add("checkpoint")
        return found

    return load
