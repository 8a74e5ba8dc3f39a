"""Everything is computed in 32 bits: no autocast, and no half precision by hand."""

import torch

HALF = (torch.float16, torch.bfloat16)


def precision(training, wanted):
    """`float32`."""
    if wanted != "float32":
        training.report.refused("precision", "unsupported")
        return
    training.why["precision"] = "same"
    _autocast(training)
    _casts(training)

    def first(root, module, args, kwargs):
        if any(one.dtype in HALF for one in module.parameters()):
            module.float()
            training.report.applied("precision", "model.float()", **{"from": "half"})

    training.on("precision", training.at_first, first)


def _autocast(training):
    original = torch.autocast.__init__

    def __init__(self, *args, **kwargs):
        original(self, *args, **kwargs)
        if self._enabled:
            training.report.applied("precision", "without autocast", **{"from": "autocast"})
            self._enabled = False

    torch.autocast.__init__ = __init__


def _casts(training):
    to, of_module = torch.Tensor.to, torch.nn.Module.to

    def said(how):
        training.report.applied("precision", f"float32 instead of {how}", **{"from": how})

    def full(args, kwargs):
        if not any(one in HALF for one in (*args, *kwargs.values()) if isinstance(one, torch.dtype)):
            return args, kwargs
        said(".to(half)")

        def wide(one):
            return torch.float32 if isinstance(one, torch.dtype) and one in HALF else one

        return tuple(wide(one) for one in args), {key: wide(one) for key, one in kwargs.items()}

    def tensor_to(self, *args, **kwargs):
        args, kwargs = full(args, kwargs)
        return to(self, *args, **kwargs)

    def module_to(self, *args, **kwargs):
        args, kwargs = full(args, kwargs)
        return of_module(self, *args, **kwargs)

    def half(self, *args, **kwargs):
        said(".half()")
        return self.float()

    torch.Tensor.to, torch.nn.Module.to = tensor_to, module_to
    for owner in (torch.Tensor, torch.nn.Module):
        owner.half = owner.bfloat16 = half
