"""The user's modules: which are being trained, their names, their layers, and the weights with which they begin."""

import gc
import weakref

import torch
from torch import nn

from ..stream import number

MOST_LAYERS = 400
MOST_WEIGHTS = 1 << 16

# what has weights but scales or shifts only
NORMS = tuple(
    getattr(nn, name)
    for name in ("LayerNorm", "GroupNorm", "LocalResponseNorm", "RMSNorm", "CrossMapLRN2d")
    if hasattr(nn, name)
) + (nn.modules.batchnorm._NormBase,)
ACTIVATIONS = {
    "ReLU": "relu", "ReLU6": "relu6", "LeakyReLU": "leaky-relu", "PReLU": "prelu", "RReLU": "rrelu", "ELU": "elu",
    "SELU": "selu", "CELU": "celu", "GELU": "gelu", "SiLU": "silu", "Mish": "mish", "Sigmoid": "sigmoid",
    "Tanh": "tanh", "Softmax": "softmax", "LogSoftmax": "log-softmax", "Softplus": "softplus", "Softsign": "softsign",
    "Hardtanh": "hardtanh", "Hardsigmoid": "hardsigmoid", "Hardswish": "hardswish", "LogSigmoid": "log-sigmoid",
}  # fmt: skip

_seen = []


def remember(original):
    """`Module.__init__` that also notes the module, weakly, so that the heap need not be searched for it."""

    def __init__(self, *args, **kwargs):
        original(self, *args, **kwargs)
        try:
            _seen.append(weakref.ref(self))
        except TypeError:
            pass

    return __init__


def _alive(search):
    known = [one for one in (ref() for ref in _seen) if one is not None]
    _seen[:] = [weakref.ref(one) for one in known]
    if search:
        # unpickled and copied modules never ran __init__
        held = {id(one) for one in known}
        known += [one for one in gc.get_objects() if issubclass(type(one), nn.Module) and id(one) not in held]
    return known


def roots_of(parameters):
    """The outermost modules that own any of `parameters`, in the order in which they were made."""
    wanted = {id(one) for one in parameters}
    for search in (False, True):
        owners = []
        found = set()
        for module in _alive(search):
            own = {id(one) for one in module.parameters()} & wanted
            if own:
                owners.append(module)
                found |= own
        if len(found) >= len(wanted):
            break
    inner = {id(child) for module in owners for child in module.modules() if child is not module}
    outer = [module for module in owners if id(module) not in inner]
    # a wrapper that keeps its module out of modules() shares all parameters with it
    taken, roots = set(), []
    for module in sorted(outer, key=lambda one: -sum(1 for _ in one.parameters())):
        own = {id(one) for one in module.parameters()}
        if not own <= taken:
            roots.append(module)
            taken |= own
    return roots


def clean(name):
    """A qualified name without what wrappers add."""
    name = name.replace("_orig_mod.", "").replace("_fsdp_wrapped_module.", "")
    return name[7:] if name.startswith("module.") else name


def named(roots):
    """(name, module) of every module below the roots; several roots put their class's name before."""
    out, held = [], set()
    for root in roots:
        prefix = f"{type(root).__name__}." if len(roots) > 1 else ""
        for name, module in root.named_modules():
            if id(module) not in held:
                held.add(id(module))
                out.append((prefix + clean(name) if name else prefix.rstrip(".") or type(root).__name__, module))
    return out


def parameter_names(roots):
    """id of a parameter -> (weak reference to it, layer, its own name, whether the layer only scales and shifts).

    Nothing of the user's model is held: once it is gone an id may be another's.
    """
    names = {}
    for layer, module in named(roots):
        for own, parameter in module._parameters.items():
            if parameter is not None:
                entry = (weakref.ref(parameter), layer, own, isinstance(module, NORMS))
                names.setdefault(id(parameter), entry)
    return names


def fans(weight):
    """Units in and out of a weight of at least two axes."""
    field = weight[0][0].numel() if weight.dim() > 2 else 1
    return weight.shape[1] * field, weight.shape[0] * field


def layer_rows(roots, held):
    """Rows of the table `layers`: modules that own parameters, are activations, or drop; `held`: ids in an optimizer."""
    rows = []
    for name, module in named(roots):
        own = [one for one in module._parameters.values() if one is not None]
        kind = type(module).__name__
        drop = module.p if isinstance(module, nn.modules.dropout._DropoutNd) else None
        if not own and kind not in ACTIVATIONS and drop is None:
            continue
        row = {"name": name, "kind": kind}
        if own:
            lazy = any(isinstance(one, nn.parameter.UninitializedParameter) for one in own)
            row["parameters"] = 0 if lazy else sum(one.numel() for one in own)
            row["trainable"] = any(one.requires_grad for one in own)
            row["inOptimizer"] = any(id(one) in held for one in own)
            weight = module._parameters.get("weight")
            if weight is not None and not lazy and weight.dim() >= 2 and not isinstance(module, nn.Embedding):
                row["fanIn"], row["fanOut"] = fans(weight)
                row["shape"] = [None, weight.shape[0]]
        if kind in ACTIVATIONS:
            row["activation"] = ACTIVATIONS[kind]
        if isinstance(module, nn.modules.batchnorm._NormBase) and isinstance(module.momentum, float):
            row["momentum"] = number(module.momentum)
        if drop is not None:
            row["dropout"] = number(float(drop))
        rows.append(row)
        if len(rows) >= MOST_LAYERS:
            break
    return rows


def initial_rows(roots):
    """Rows of the table `initialWeights`: every weight matrix as it is now, from its first 65,536 values."""
    rows = []
    with torch.no_grad():
        for name, module in named(roots):
            for own, parameter in module._parameters.items():
                if parameter is None or parameter.dim() < 2 or "weight" not in own or not parameter.is_floating_point():
                    continue
                rows.append(_initial(name if own == "weight" else f"{name}.{own}", module, own, parameter.detach()))
                if len(rows) >= MOST_LAYERS:
                    return rows
    return rows


def _initial(name, module, own, weight):
    fan_in, fan_out = fans(weight)
    part = weight[: max(2, MOST_WEIGHTS // max(1, weight[0].numel()))].float()
    rows = part.reshape(part.shape[0], -1)[:, :MOST_WEIGHTS]
    row = {
        "layer": name,
        "kind": type(module).__name__,
        "fanIn": fan_in,
        "fanOut": fan_out,
        "mean": number(rows.mean().item()),
        "spread": number(rows.std(unbiased=False).item()),
        "zero": number((rows == 0).float().mean().item()),
        "symmetric": bool(rows.shape[0] > 1 and (rows == rows[:1]).all()),
    }
    bias = module._parameters.get(own.replace("weight", "bias"))
    if bias is not None and bias.numel():
        row["bias"] = number(bias.detach().abs().max().item())
    return row
