"""Activations between layers and behind the last one: told apart by one forward of a copy, then replaced or taken away.

An activation is known by its place: a module by its name in the model, a call by its line, and by how often the place was
passed in this forward.
"""

import copy
import io
import random
import sys
import warnings
from contextlib import contextmanager, redirect_stdout

import torch
from torch import nn
from torch.nn import functional
from whyloss.pytorch import graph
from whyloss.pytorch.modules import ACTIVATIONS as MODULES
from whyloss.pytorch.patches import unseen

from .forwards import main_of

FUNCTIONS = {
    "relu": "relu", "relu_": "relu", "relu6": "relu6", "leaky_relu": "leaky-relu", "elu": "elu", "selu": "selu", "gelu": "gelu",
    "silu": "silu", "mish": "mish", "sigmoid": "sigmoid", "tanh": "tanh", "softplus": "softplus", "hardtanh": "hardtanh",
    "softmax": "softmax", "log_softmax": "log-softmax",
}  # fmt: skip
WANTED = {"relu": functional.relu, "leaky_relu": functional.leaky_relu, "gelu": functional.gelu, "tanh": torch.tanh}
CLASSES = {"relu": "ReLU", "leaky_relu": "LeakyReLU", "gelu": "GELU", "tanh": "Tanh"}
SHAPES = ("View", "Reshape", "Squeeze", "Unsqueeze", "Select", "Slice", "Transpose", "Permute", "Clone", "ToCopy", "UnsafeView",
          "Alias", "Expand", "T", "Index")  # fmt: skip
SOFT = ("softmax", "log-softmax")


def of(training):
    """The activations of this process, watched from now on."""
    if training.activations is None:
        training.activations = Activations(training)
        training.activations.put()
    return training.activations


def hidden(training, wanted):
    """Every activation between layers becomes another."""
    made = of(training)
    made.replacement = wanted
    training.why["hidden_activation"] = "no-layer"
    training.on("hidden_activation", training.at_first, lambda root, module, args, kwargs: _modules(training, module, wanted))


def output(training, wanted):
    """None behind the last layer."""
    if wanted != "linear":
        training.report.refused("output_activation", "unsupported")
        return
    of(training).linear = True
    training.why["output_activation"] = "same"
    training.on("output_activation", training.at_loss, _as_logits)


def _as_logits(call):
    """A loss function that took what the removed activation gave takes its input now."""
    if call.name == "binary_cross_entropy" and bool(((call.input < 0) | (call.input > 1)).any()):
        call.becomes("binary_cross_entropy_with_logits")
    elif call.name == "nll_loss" and call.input.dim() >= 2 and bool((call.input > 0).any()):
        call.becomes("cross_entropy")


def _modules(training, module, wanted):
    """Layers that keep their activation to themselves."""
    for one in module.modules():
        if isinstance(one, (nn.TransformerEncoderLayer, nn.TransformerDecoderLayer)):
            one.activation = WANTED[wanted]
            if hasattr(one, "activation_relu_or_gelu"):
                one.activation_relu_or_gelu = {"relu": 1, "gelu": 2}.get(wanted, 0)
            training.report.applied("hidden_activation", f"activation={wanted} of Transformer layers", to=CLASSES[wanted])
        elif isinstance(one, nn.RNN) and wanted == "tanh" and one.mode == "RNN_RELU":
            one.mode, one.nonlinearity = "RNN_TANH", "tanh"
            training.report.applied("hidden_activation", 'nonlinearity="tanh" of RNN', to="Tanh", **{"from": ["relu"]})


class Activations:
    """`training`: whose models they belong to."""

    def __init__(self, training):
        self._of = training
        self.replacement = None
        self.linear = False
        self.dropout = None
        """what comes behind each hidden one: a share, or None"""
        self.undone = set()
        """names of changes for which the last activation is taken away later, once a loss function asked for it"""
        self._busy = False
        self._seen = {}
        self._found = None
        self._names = {}

    def put(self):
        called = nn.Module.__call__

        def __call__(module, *args, **kwargs):
            label = MODULES.get(type(module).__name__)
            if label is None or self._busy or self._of.forwards.root() is None and not self._of.forwards.dry:
                return called(module, *args, **kwargs)
            return self._activation(label, ("module", self._name(module)), lambda *a: called(module, *a, **kwargs), args, module.__dict__)

        nn.Module.__call__ = __call__
        for owner in (functional, torch, torch.Tensor):
            for name, label in FUNCTIONS.items():
                if hasattr(owner, name):
                    self._wrap(owner, name, label)
        asked = ("hidden_activation", "output_activation", "dropout", "output_loss")
        change = next(one for one in asked if one in self._of.trial.changes)
        self._of.at_first.append(self._of.guarded(change, self._first))
        self._of.around.append(lambda root, module, trains: self._enter(root, module))

    def _wrap(self, owner, name, label):
        original = getattr(owner, name)

        def activation(*args, **kwargs):
            forwards = self._of.forwards
            if self._busy or not forwards.stack or not args or (not forwards.dry and forwards.root() is None):
                return original(*args, **kwargs)
            frame = sys._getframe(1)
            site = (frame.f_code.co_filename, frame.f_lineno)
            return self._activation(label, site, lambda *a: original(*a, **kwargs), args, kwargs)

        activation.__wrapped__, activation.__name__, activation.__doc__ = original, name, original.__doc__
        setattr(owner, name, unseen(activation))

    def _name(self, module):
        return self._names.get(id(module), type(module).__name__)

    def _enter(self, root, module):
        self._seen = {}
        # a copy that the recorder asks has modules of its own
        self._names = {id(one): name for name, one in module.named_modules()}
        self._root = root

    def _activation(self, label, site, compute, args, settings):
        self._seen[site] = nth = self._seen.get(site, 0) + 1
        self._busy = True
        try:
            if self._of.forwards.dry:
                result = compute(*args)
                self._found.append(((site, nth), label, getattr(result, "grad_fn", None), _direct(label, args, settings)))
                return result
            return self._ruled(label, (site, nth), compute, args, settings)
        finally:
            self._busy = False

    def _ruled(self, label, key, compute, args, settings):
        root = self._root
        rule = root.held.get("activations", {}).get(key)
        if rule is None:
            # a place that the copy did not pass, in a branch or a longer sequence
            rule = root.held.get("sites", {}).get(key[0], "hidden" if label not in SOFT else "other")
        if rule == "output":
            if (self.linear or self.undone) and not root.inner:
                return args[0]
            if root.inner and label not in SOFT:
                rule = "hidden"
            elif "output_loss" in self._of.trial.changes and label == "softmax" and _of_one(args, settings):
                self._of.report.applied("output_loss", "sigmoid instead of softmax over one unit", to="sigmoid", **{"from": "softmax"})
                return torch.sigmoid(args[0])
        if rule != "hidden":
            return compute(*args)
        result = WANTED[self.replacement](args[0]) if self.replacement else compute(*args)
        if self.dropout is not None:
            result = functional.dropout(result, self.dropout, self._of.forwards.stack[0].training)
        return result

    # --- the forward of a copy --------------------------------------------------------------------------------------

    def _first(self, root, module, args, kwargs):
        self._found, self._seen = [], {}
        asked = _copy(module)
        self._names = {id(one): name for name, one in asked.named_modules()}
        with _aside(self._of.forwards, asked, asked is module):
            result = asked(*args, **kwargs)
        found, self._found = self._found, None
        main = main_of(result)
        last = _last(main.grad_fn, found) if main is not None else None
        gates = _gates(main.grad_fn, found) if main is not None else set()
        rules = {}
        for key, label, _, direct in found:
            hidden = direct if label in SOFT else key not in gates
            rules[key] = "output" if key == last else "hidden" if hidden else "other"
        root.held["activations"] = rules
        sites = {}
        for (site, _), rule in rules.items():
            sites.setdefault(site, set()).add(rule)
        root.held["sites"] = {site: next(iter(kinds)) for site, kinds in sites.items() if len(kinds) == 1}
        root.held["output"] = next((label for key, label, _, _ in found if key == last), "linear")
        self._say(root, [label for key, label, _, _ in found if rules[key] == "hidden"])

    def _say(self, root, labels):
        report, wanted = self._of.report, self.replacement
        if self.linear and root.held["output"] != "linear" and not root.inner:
            report.applied("output_activation", f"{root.held['output']} behind the last layer -> none", **{"from": root.held["output"], "to": "linear"})
        if wanted and labels:
            if set(labels) == {wanted.replace("_", "-")}:
                report.refused("hidden_activation", "same")
            else:
                kinds = sorted(set(labels))
                how = f"{', '.join(kinds)} -> {CLASSES[wanted]} in {len(labels)} places"
                report.applied("hidden_activation", how, to=CLASSES[wanted], places=len(labels), **{"from": kinds})
        if self.dropout is not None and labels:
            how = f"nn.Dropout({self.dropout:g}) behind {len(labels)} hidden activations"
            report.applied("dropout", how, to=self.dropout, places=len(labels), added=True)


def _of_one(args, settings):
    dim = settings.get("dim", args[1] if len(args) > 1 else None)
    return isinstance(dim, int) and args[0].dim() > 0 and args[0].shape[dim] == 1


def _direct(label, args, settings):
    """Of a softmax: whether it stands where an activation would, right behind a layer and over its units."""
    if label not in SOFT:
        return True
    given, dim = args[0], settings.get("dim", args[1] if len(args) > 1 else -1)
    over = isinstance(dim, int) and dim in (1, -1) and isinstance(given, torch.Tensor) and given.dim() == 2 and given.shape[1] > 1
    return over and given.grad_fn is not None and given.grad_fn.name() in graph.WEIGHTED


def _copy(module):
    """A copy of the model, or itself where it cannot be copied."""
    try:
        return copy.deepcopy(module)
    except Exception:
        return module


@contextmanager
def _aside(forwards, module, itself):
    """Nothing of what is computed here leaves a trace: random states, and the buffers of a model that is asked itself."""
    kept = {name: one.clone() for name, one in module.named_buffers()} if itself else {}
    devices = {one.device for one in module.parameters() if one.device.type == "cuda"}
    python, numpy = random.getstate(), sys.modules.get("numpy")
    state = numpy.random.get_state() if numpy is not None else None
    forwards.dry = True
    try:
        with torch.random.fork_rng(list(devices)), torch.enable_grad(), redirect_stdout(io.StringIO()), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        forwards.dry = False
        random.setstate(python)
        if numpy is not None:
            numpy.random.set_state(state)
        with torch.no_grad():
            for name, one in module.named_buffers():
                if name in kept:
                    one.copy_(kept[name])


def _last(node, found):
    """The key of the activation whose result is the output itself, whatever its shape became."""
    for _ in range(12):
        if node is None:
            return None
        for key, _, made, _ in found:
            if made is node:
                return key
        if node.name().split("Backward")[0] not in SHAPES or not node.next_functions:
            return None
        node = node.next_functions[0][0]
    return None


def _gates(node, found):
    """Keys of activations whose results only multiply something else that is computed."""
    made, users, seen, queue = {one: key for key, _, one, _ in found if one is not None}, {}, {node}, [node]
    while queue and len(seen) < graph.MOST_NODES:
        one = queue.pop()
        if one is None:
            continue
        both = one.name().startswith("MulBackward") and sum(following is not None for following, _ in one.next_functions) > 1
        for following, _ in one.next_functions:
            if following in made:
                users.setdefault(made[following], []).append(both)
            if following is not None and following not in seen:
                seen.add(following)
                queue.append(following)
    return {key for key, kinds in users.items() if kinds and all(kinds)}
