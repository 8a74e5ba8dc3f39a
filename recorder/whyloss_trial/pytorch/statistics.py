"""Means and spreads of features as batches pass, or of all rows at once where the data set is a tensor."""

import torch
from torch import nn
from torch.utils.data import Subset, TensorDataset

BATCHES = 50
"""training batches after which the running numbers stay as they are"""


class Statistics:
    """Of the features along `axis`; None: of all values together. Cells that are no numbers do not count."""

    def __init__(self, axis):
        self.axis = axis
        self.batches = 0
        self.count = self.mean = self.squares = None
        self._shaped = None

    def add(self, values):
        """A batch; none counts once the numbers are fixed."""
        if self.batches >= BATCHES:
            return
        self.batches += 1
        self._shaped = None
        rows = values.detach().double()
        rows = rows.reshape(-1, 1) if self.axis is None else rows.movedim(self.axis, -1).reshape(-1, values.shape[self.axis])
        there = torch.isfinite(rows)
        count = there.sum(0).double()
        rows = torch.where(there, rows, torch.zeros_like(rows))
        mean = rows.sum(0) / count.clamp_min(1)
        squares = (torch.where(there, rows - mean, torch.zeros_like(rows)) ** 2).sum(0)
        if self.count is None:
            self.count, self.mean, self.squares = count, mean, squares
            return
        total = (self.count + count).clamp_min(1)
        apart = mean - self.mean
        self.squares = self.squares + squares + apart**2 * self.count * count / total
        self.mean = self.mean + apart * count / total
        self.count = self.count + count

    def whole(self, values):
        """All rows: nothing else will count."""
        self.add(values)
        self.batches = BATCHES

    def shaped(self, values):
        """(mean, spread) of the type of `values`, in a shape that goes over it; a feature without spread has 1."""
        if self._shaped is None:
            spread = (self.squares / self.count.clamp_min(1)).sqrt()
            spread = torch.where(spread > 1e-12 * (1 + self.mean.abs()), spread, torch.ones_like(spread))
            self._shaped = self.mean.to(values.dtype), spread.to(values.dtype)
        if self.axis is None:
            return self._shaped
        shape = [1] * values.dim()
        shape[self.axis] = -1
        return tuple(one.to(values.device).reshape(shape) for one in self._shaped)


def axis_of(values, module=None):
    """The axis of features: columns of a table, channels of images; of sequences the last, or the channels of Conv1d."""
    if values.dim() < 2:
        return None
    if values.dim() != 3:
        return 1
    layers = (one for one in module.modules() if one._parameters.get("weight") is not None) if module is not None else iter(())
    return 1 if isinstance(next(layers, None), nn.Conv1d) else 2


def rows_of(dataset, index):
    """All rows of one tensor of a data set, None where it is no data set of tensors."""
    if isinstance(dataset, torch.Tensor):
        return dataset if index == 0 else None
    if isinstance(dataset, TensorDataset):
        return dataset.tensors[index] if index < len(dataset.tensors) else None
    if isinstance(dataset, Subset):
        rows = rows_of(dataset.dataset, index)
        return None if rows is None else rows[list(dataset.indices)]
    return None


def whole(batch, dataset, values):
    """All rows of which `values` is the batch that a loader gave last, or None."""
    parts = batch if isinstance(batch, (list, tuple)) else [batch]
    for index, part in enumerate(parts):
        if isinstance(part, torch.Tensor) and part.shape == values.shape and part.dtype == values.dtype:
            other = values.detach().to(part.device)
            if bool(((part == other) | (torch.isnan(part) & torch.isnan(other))).all()):
                return rows_of(dataset, index)
    return None
