"""The steps of optimizers: what is changed right before one, for its length, and right behind it."""

import functools
import weakref

import torch
from whyloss.pytorch.patches import unseen


class Steps:
    """`training`: the Training whose lists are called."""

    def __init__(self, training):
        self._of = training
        self._kinds = set()
        self._stepping = set()
        self._optimizers = []
        self._counts = weakref.WeakKeyDictionary()
        self.taken = 0

    def put(self):
        made, backward = torch.optim.Optimizer.__init__, torch.autograd.backward

        @functools.wraps(made)
        def __init__(optimizer, *args, **kwargs):
            made(optimizer, *args, **kwargs)
            self._optimizers.append(weakref.ref(optimizer))
            self.wrap(type(optimizer))

        @functools.wraps(backward)
        def backward_(tensors, *args, **kwargs):
            if self._of.forwards.aside():
                return backward(tensors, *args, **kwargs)
            first = tensors if isinstance(tensors, torch.Tensor) else next(iter(tensors), None)
            self._of.forwards.backward()
            for function in self._of.before_backward:
                function(first)
            result = backward(tensors, *args, **kwargs)
            for function in self._of.after_backward:
                function()
            return result

        torch.optim.Optimizer.__init__ = __init__
        torch.autograd.backward = backward_

    def optimizers(self):
        """All that are alive, in the order in which they were made."""
        return [one for one in (ref() for ref in self._optimizers) if one is not None]

    def wrap(self, kind):
        """Wrap the `step` of an optimizer's class, or of the class that it has it from, once."""
        for base in kind.__mro__:
            if base is torch.optim.Optimizer:
                return
            if "step" in base.__dict__:
                if base not in self._kinds:
                    self._kinds.add(base)
                    base.step = functools.wraps(base.step)(unseen(self._wrapper(base, base.step)))
                return

    def count(self, optimizer):
        """How many steps it took."""
        return self._counts.get(optimizer, 0)

    def _wrapper(self, kind, original):
        def step(optimizer, *args, **kwargs):
            if id(optimizer) in self._stepping:
                return original(optimizer, *args, **kwargs)
            self._stepping.add(id(optimizer))
            try:
                return self._step(kind, original, optimizer, args, kwargs)
            finally:
                self._stepping.discard(id(optimizer))

        return step

    def _step(self, kind, original, optimizer, args, kwargs):
        of = self._of
        if any([function(optimizer) for function in of.before_step]):
            return None
        self.taken += 1
        # one that became another kind is still called by the step of its first one, which a schedule holds
        original = original if isinstance(optimizer, kind) else type(optimizer).step
        args, kwargs = self._with_gradients(optimizer, args, kwargs)
        put = self._set(optimizer)
        try:
            return original(optimizer, *args, **kwargs)
        finally:
            for group, key, own, ours in put:
                if group.get(key) is ours:
                    group[key] = own
            self._counts[optimizer] = self.count(optimizer) + 1
            for function in of.after_step:
                function(optimizer)

    def _with_gradients(self, optimizer, args, kwargs):
        """Gradients are there now, or once the closure was asked."""
        closure = args[0] if args else kwargs.get("closure")
        if closure is None:
            self._gradients(optimizer)
            return args, kwargs

        def asked(*given, **named):
            value = closure(*given, **named)
            self._gradients(optimizer)
            return value

        return ((asked, *args[1:]), kwargs) if args else (args, {**kwargs, "closure": asked})

    def _gradients(self, optimizer):
        for function in self._of.at_gradients:
            function(optimizer)

    def _set(self, optimizer):
        """Set what holds for one step; returns what is to be put back."""
        put, at = [], self.count(optimizer)
        for group in optimizer.param_groups:
            for key in dict.fromkeys(key for key, _ in self._of.settings):
                if key not in group:
                    continue
                own = value = group[key]
                for name, function in self._of.settings:
                    if name == key:
                        changed = function(optimizer, group, value, at)
                        value = value if changed is None else changed
                if value is not own:
                    group[key] = value
                    put.append((group, key, own, value))
        return put[::-1]
