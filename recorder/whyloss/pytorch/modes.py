"""A second answer to a training batch: by a copy of the model, in eval mode or after the step, with every random state put back."""

import copy
import io
import random
import sys
import warnings
import weakref
from contextlib import contextmanager

import torch

from . import losses

MOST = 5_000_000
"""parameters of a model that is still copied"""
MANY = 10_000
"""entries of what a module carries beside its parameters"""
DROPOUT = torch.nn.modules.dropout._DropoutNd
ODD = (torch.nn.modules.batchnorm._NormBase, DROPOUT)
"""modules that do something else in eval mode"""


def copyable(root):
    """Whether a model may be copied: not a compiled one, not a wrapper over processes, not a very large one."""
    if hasattr(root, "_orig_mod") or type(root).__name__ in ("DistributedDataParallel", "FullyShardedDataParallel"):
        return False
    held = [*root.parameters(), *root.buffers()]
    if any(one.numel() == 0 for one in held) or sum(one.numel() for one in held) > MOST:
        return False
    if any(one.device.type not in ("cpu", "cuda") for one in held):
        return False  # its random state could not be put back
    return not _compiled() and not any(_hooked(module) or _laden(module) or _put_over(module) for module in root.modules())


def chain(root):
    """The model and, where it owns nothing itself and holds one model alone, that one, and so on."""
    found = [root]
    while not any(one is not None for one in found[-1]._parameters.values()):
        inner = [one for one in found[-1].children() if next(one.parameters(), None) is not None]
        if len(inner) != 1:
            break
        found += inner
    return found


def _put_over(module):
    """Whether something else was put in the place of its `forward`: a copy would call the original's."""
    return "forward" in vars(module)


def _laden(module):
    """Whether a module carries what is no part of a network and may be large: a data set, a long list, an array."""
    for value in vars(module).values():
        if isinstance(value, (torch.utils.data.Dataset, torch.utils.data.DataLoader)):
            return True
        if not isinstance(value, torch.Tensor) and getattr(value, "__len__", None) is not None and not isinstance(value, type):
            try:
                if len(value) > MANY:
                    return True
            except Exception:  # a length that cannot be asked for
                return True
    return False


def _hooked(module):
    """Whether hooks of the user's own would run once more with a copy; those of torch's utilities belong to the model."""
    hooks = [*module._forward_hooks.values(), *module._forward_pre_hooks.values()]
    return any(not str(getattr(one, "__module__", None) or type(one).__module__).startswith("torch.") for one in hooks)


def differs(root):
    """Whether a model has two modes."""
    return any(isinstance(module, ODD) or getattr(module, "dropout", 0) for module in root.modules())


def _compiled():
    dynamo = sys.modules.get("torch._dynamo")
    return bool(dynamo and getattr(getattr(dynamo, "utils", None), "counters", {}).get("frames"))


class Catch:
    """Keeps what goes into the model and what comes out of it, for one step.

    By a hook for all modules, since a model with a hook of its own would be saved and copied with it.
    """

    def __init__(self, root):
        self._chain = [weakref.ref(one) for one in chain(root)]
        self._root = self._chain[0]
        self.given = None
        self.output = None
        add = torch.nn.modules.module.register_module_forward_hook
        try:
            self._hook = add(self._saw, with_kwargs=True)
        except TypeError:  # PyTorch 1.13 shows a hook positional arguments only; the named ones stand in its caller
            self._hook = add(lambda module, args, output: self._saw(module, args, _named(sys._getframe(1)), output))

    def _saw(self, module, args, kwargs, output):
        for one in self._chain:
            if module is one() and module.training and torch.is_grad_enabled():
                # an outer one ends after those within
                self._root, self.given, self.output = one, (args, kwargs), output

    @property
    def root(self):
        """The model that was called, the outermost of the chain; None once the user has dropped it."""
        return self._root()

    def release(self):
        """Leave torch as it was."""
        self._hook.remove()
        # torch forgets to take this along, and would warn of global hooks at every compiled model from then on
        getattr(torch.nn.modules.module, "_global_forward_hooks_with_kwargs", {}).pop(self._hook.id, None)


def _named(frame):
    """What `Module._call_impl(self, *input, **kwargs)` was given by name, or nothing."""
    given = frame.f_locals.get("kwargs")
    return dict(given) if isinstance(given, dict) else {}


class Twin:
    """A copy of the model as it is now, and the way from its output to the loss of a batch that was caught."""

    def __init__(self, caught, original, args, kwargs, result):
        self._given = caught.given
        self._loss = _way(caught.output, original, args, kwargs, result)
        self._root = weakref.ref(caught.root)
        self._copy = copy.deepcopy(caught.root, _trainers(caught.root))
        self.device = result.device

    def in_eval(self):
        """The loss of the batch in eval mode, a float."""
        self._copy.eval()
        return self._answer()

    def in_train(self):
        """The same in train mode with dropout off, so that the difference of two answers is not its noise."""
        self._copy.train()
        for module in self._copy.modules():
            if isinstance(module, DROPOUT):
                module.eval()
        return self._answer()

    def _answer(self):
        with _unmoved(self.device), _silence(), torch.no_grad():
            # what else is random, such as the dropout within a recurrent layer, is drawn alike each time
            _seed(self.device)
            args, kwargs = self._given
            return self._loss(self._copy(*args, **kwargs)).float().mean().item()

    def follow(self):
        """Take over the weights that the model has now."""
        with torch.no_grad():
            for mine, theirs in zip(self._copy.parameters(), self._root().parameters()):
                mine.copy_(theirs)


def _trainers(root):
    """What of Lightning's a module carries, by id, with nothing for its copy: a trainer holds data, loggers and itself."""
    held = (value for module in root.modules() for value in vars(module).values())
    tops = ("lightning", "pytorch_lightning")
    own = (one for one in held if type(one).__module__.split(".")[0] in tops)
    # hyperparameters are asked for by the network itself
    return {id(one): None for one in own if type(one).__name__ != "AttributeDict"}


def twin(caught, original, args, kwargs, result):
    """A Twin; None where the loss was not computed from the model's output, as far as can be told."""
    if caught.root is None or caught.given is None:
        return None
    if _way(caught.output, original, args, kwargs, result) is None:
        return None
    return Twin(caught, original, args, kwargs, result)


def _way(output, original, args, kwargs, result):
    """A function of a new output that gives its loss: by the same loss function, or within the model. None of another way."""
    given, _ = losses.arguments(args, kwargs)
    # nothing that holds the batch's own graph is kept
    rest, named = args[1:], {key: value for key, value in kwargs.items() if key != "input"}

    def ask(new):
        return original(new, *rest, **named)

    for take, tensor in _tensors(output):
        if tensor is result:
            return take
        if tensor is given:
            return lambda new, take=take: ask(take(new))
        if isinstance(given, torch.Tensor) and _same_memory(tensor, given):
            view = given.size(), given.stride(), given.storage_offset()
            strides = tensor.stride()

            def viewed(new, take=take):
                mine = take(new)
                if mine.stride() != strides or mine.storage_offset() != 0:
                    raise ValueError("laid out otherwise")
                return ask(mine.as_strided(*view))

            return viewed
    return None


def _tensors(output):
    """(a function that takes the tensor out of such an output, the tensor) for each that an output holds."""
    if isinstance(output, torch.Tensor):
        yield lambda new: new, output
    elif isinstance(output, (tuple, list)):
        for i, one in enumerate(output[:16]):
            if isinstance(one, torch.Tensor):
                yield lambda new, i=i: new[i], one
    elif isinstance(output, dict):
        for key, one in list(output.items())[:16]:
            if isinstance(one, torch.Tensor):
                yield lambda new, key=key: new[key], one
    else:
        for key, one in list(getattr(output, "__dict__", {}).items())[:16]:
            if isinstance(one, torch.Tensor):
                yield lambda new, key=key: getattr(new, key), one


def _same_memory(a, b):
    """Whether b is a view of a, which begins where its memory does."""
    return a.layout == b.layout == torch.strided and a.storage_offset() == 0 and _memory(a) == _memory(b) and a.dtype == b.dtype


def _memory(tensor):
    storage = tensor.untyped_storage() if hasattr(tensor, "untyped_storage") else tensor.storage()
    return storage.data_ptr()


def _seed(device):
    """Seed what is restored afterwards and nothing else; `torch.manual_seed` would seed every device."""
    torch.default_generator.manual_seed(0)
    if device.type == "cuda":
        torch.cuda.default_generators[device.index or 0].manual_seed(0)


@contextmanager
def _silence():
    """What a model prints or warns of when it is asked again is not heard: it was when the user asked."""
    kept = sys.stdout, sys.stderr, warnings.showwarning
    sys.stdout = sys.stderr = io.StringIO()
    # not by a filter: each new one makes Python forget which warnings it has shown
    warnings.showwarning = lambda *args, **kwargs: None
    try:
        yield
    finally:
        sys.stdout, sys.stderr, warnings.showwarning = kept


@contextmanager
def _unmoved(device):
    """Random numbers that are drawn within are drawn again outside."""
    states = random.getstate(), sys.modules["numpy"].random.get_state() if "numpy" in sys.modules else None
    try:
        with torch.random.fork_rng([device] if device.type == "cuda" else []):
            yield
    finally:
        random.setstate(states[0])
        if states[1] is not None:
            sys.modules["numpy"].random.set_state(states[1])
