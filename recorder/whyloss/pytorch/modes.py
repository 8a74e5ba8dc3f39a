"""The loss of a training batch in eval mode: computed on a copy of the model, with every random state put back."""

import copy
import random
import sys
import weakref

import torch

MOST = 5_000_000
"""parameters of a model that is still copied"""
ODD = (torch.nn.modules.batchnorm._NormBase, torch.nn.modules.dropout._DropoutNd)
"""modules that do something else in eval mode"""


def differs(root):
    """Whether a model has two modes, and may be copied: not a compiled one, not a wrapper over processes."""
    if hasattr(root, "_orig_mod") or type(root).__name__ in ("DistributedDataParallel", "FullyShardedDataParallel"):
        return False
    if any(one.numel() == 0 for one in root.parameters()) or sum(one.numel() for one in root.parameters()) > MOST:
        return False
    return any(isinstance(module, ODD) or getattr(module, "dropout", 0) for module in root.modules()) and not _compiled()


def _compiled():
    dynamo = sys.modules.get("torch._dynamo")
    return bool(dynamo and getattr(getattr(dynamo, "utils", None), "counters", {}).get("frames"))


class Catch:
    """Keeps what goes into the model and what comes out of it, for one step.

    By a hook for all modules, since a model with a hook of its own would be saved and copied with it.
    """

    def __init__(self, root):
        self._root = weakref.ref(root)
        self.given = None
        self.output = None
        add = torch.nn.modules.module.register_module_forward_hook
        try:
            self._hook = add(self._saw, with_kwargs=True)
        except TypeError:  # PyTorch 1.13 shows positional arguments only
            self._hook = add(lambda module, args, output: self._saw(module, args, {}, output))

    def _saw(self, module, args, kwargs, output):
        if module is self._root() and module.training and torch.is_grad_enabled():
            self.given, self.output = (args, kwargs), output

    @property
    def root(self):
        """The model; None once the user has dropped it."""
        return self._root()

    def release(self):
        """Leave torch as it was."""
        self._hook.remove()
        # torch forgets to take this along, and would warn of global hooks at every compiled model from then on
        getattr(torch.nn.modules.module, "_global_forward_hooks_with_kwargs", {}).pop(self._hook.id, None)


def loss_in_eval(caught, original, args, kwargs):
    """The loss of the same batch with a copy of the model in eval mode, a float; None where the loss was not of its output."""
    if caught.root is None or caught.given is None or not args or args[0] is not caught.output:
        return None
    states = random.getstate(), sys.modules["numpy"].random.get_state() if "numpy" in sys.modules else None
    try:
        with torch.random.fork_rng(), torch.no_grad():
            twin = copy.deepcopy(caught.root)
            twin.eval()
            given, named = caught.given
            return original(twin(*given, **named), *args[1:], **kwargs).mean().item()
    finally:
        random.setstate(states[0])
        if states[1] is not None:
            sys.modules["numpy"].random.set_state(states[1])
