"""The calls of models: which module is the outermost of one that is trained, and where inputs and outputs pass."""

import weakref

import torch
from torch import nn


class Root:
    """A model: the outermost module of a forward whose parameters are trained."""

    def __init__(self, module):
        self.module = weakref.ref(module)
        self.begun = False
        self.trained = False
        """whether it was ever in train mode while gradients were wanted"""
        self.asked = False
        """its last forward with gradients was in eval mode"""
        self.in_eval = False
        """it is trained in eval mode: a backward followed such a forward"""
        self.inner = False
        """another model takes what it gives"""
        self.held = {}
        """what the changes keep of it, by a name of theirs"""


def _recorder():
    """The recorder that watches this process, if any: it asks copies of the model, which are none of their own."""
    try:
        from whyloss import begin

        return begin.recording("torch")
    except ImportError:
        return None


class Forwards:
    """`training`: the Training whose lists are called."""

    def __init__(self, training):
        self._of = training
        self._roots = {}
        self._recorder = None
        self.stack = []
        """modules that are being called, the outermost first"""
        self.last = None
        """the model that was last asked while it trains"""
        self.met = 0
        """how many models were asked while they train"""
        self.dry = False
        """a copy is asked by us: nothing of it counts"""

    def put(self):
        self._recorder = _recorder()
        original = nn.Module.__call__

        def __call__(module, *args, **kwargs):
            return self._called(original, module, args, kwargs)

        nn.Module.__call__ = __call__

    def innermost(self):
        """The module that is being called now, or None."""
        return self.stack[-1] if self.stack else None

    def root(self):
        """The Root in whose forward we are, or None."""
        return self._root_of(self.stack[0]) if self.stack else None

    def roots(self):
        """All models that are alive, in the order in which they were met."""
        return [root for root in self._roots.values() if root.module() is not None]

    def _called(self, original, module, args, kwargs):
        inside = bool(self.stack)
        root = None if inside or self.dry else self._root_of(module)
        if root is not None:
            return self._forward(original, root, module, args, kwargs)
        self.stack.append(module)
        try:
            return original(module, *args, **kwargs)
        finally:
            self.stack.pop()

    def aside(self):
        """Whether the recorder asks a copy of its own right now."""
        return self._recorder is not None and not self._recorder.on

    def _root_of(self, module):
        found = self._roots.get(id(module))
        if found is not None and found.module() is module:
            return found
        if isinstance(module, torch.jit.ScriptModule):
            return None
        if not any(one.requires_grad for one in module.parameters()):
            return None
        if self.aside():
            return self.last
        found = self._roots[id(module)] = Root(module)
        return found

    def trains(self, root, module):
        """Whether this forward is one of a training: not of an evaluation that forgot to say no_grad."""
        if self.aside() or not torch.is_grad_enabled():
            return False
        root.asked = not module.training
        if module.training:
            root.trained = True
        return module.training or not root.trained or root.in_eval

    def backward(self):
        """A backward begins: what was asked last is trained, whatever its mode."""
        if self.last is not None and self.last.asked:
            self.last.in_eval = True

    def _forward(self, original, root, module, args, kwargs):
        of, trains = self._of, self.trains(root, module)
        if trains:
            if self.last is not None and self.last is not root and any(made(one) for one in (*args, *kwargs.values())):
                self.last.inner = True
            if not root.begun:
                root.begun = True
                self.met += 1
                for function in of.at_first:
                    function(root, module, args, kwargs)
            self.last = root
        for function in of.at_input:
            args, kwargs = function(root, module, args, kwargs, trains) or (args, kwargs)
        undo = [function(root, module, trains) for function in of.around]
        self.stack.append(module)
        try:
            output = original(module, *args, **kwargs)
        finally:
            self.stack.pop()
            for function in undo:
                if function is not None:
                    function()
        for function in of.at_output:
            changed = function(root, module, output, trains)
            output = output if changed is None else changed
        return output


def made(value):
    """Whether a value is a tensor that other layers made."""
    return isinstance(value, torch.Tensor) and value.grad_fn is not None


def main_of(output):
    """The tensor of an output that is judged: itself, the first of several, `logits` of named ones; None where there is none."""
    if isinstance(output, torch.Tensor):
        return output if output.is_floating_point() else None
    if isinstance(output, (list, tuple)) and not hasattr(output, "_fields"):
        values = list(output)
    else:
        named = output if isinstance(output, dict) else getattr(output, "__dict__", {})
        values = [named[name] for name in ("logits", "output", "prediction") if name in named] + list(named.values())
    return next((one for one in values if isinstance(one, torch.Tensor) and one.is_floating_point() and one.dim()), None)
