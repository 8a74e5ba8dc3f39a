"""Larger batches where no loader makes them: gradients of several are averaged before a step."""

import torch
from torch import nn


class Accumulation:
    """`wanted`: the size, or by `factor` how many times the own one."""

    def __init__(self, training, loaders, wanted, factor):
        self._of = training
        self._loaders = loaders
        self._wanted, self._factor = wanted, factor
        self._every = None
        self._count = 0
        self._size = None

    def put(self):
        of = self._of
        of.on("batch_size", of.at_input, self._sized)
        of.on("batch_size", of.before_step, self._held)
        for owner in (torch.optim.Optimizer, nn.Module):
            self._hold(owner, owner.zero_grad)

    def _sized(self, root, module, args, kwargs, trains):
        tensor = next((one for one in (*args, *kwargs.values()) if isinstance(one, torch.Tensor) and one.dim()), None)
        if trains and self._size is None and tensor is not None:
            self._size = tensor.shape[0]

    def _begin(self):
        if self._loaders.made or self._size is None:
            return 1
        every = round(self._factor if self._factor is not None else self._wanted / self._size)
        if every < 2:
            # a smaller batch cannot be made of a larger one here
            self._of.report.refused("batch_size", "no-loader" if every < 1 or self._factor != 1 else "same")
            return 1
        self._of.examples /= every
        how = f"a step after every {every} batches, with the mean of their gradients"
        self._of.report.applied("batch_size", how, by="accumulation", times=every, **{"from": self._size, "to": self._size * every})
        return every

    def _held(self, optimizer):
        if self._every is None:
            self._every = self._begin()
        if self._every == 1 or len(self._of.steps.optimizers()) > 1:
            return False
        self._count += 1
        if self._count % self._every:
            return True
        for group in optimizer.param_groups:
            for one in group["params"]:
                if one.grad is not None:
                    one.grad.div_(self._every)
        return False

    def _hold(self, owner, original):
        def zero_grad(one, *args, **kwargs):
            if self._every is not None and self._every > 1 and self._count % self._every:
                return None
            return original(one, *args, **kwargs)

        owner.zero_grad = zero_grad
