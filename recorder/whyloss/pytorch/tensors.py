"""One tensor in a few numbers: range, mean, spread, what is not finite, and how its features compare."""

import torch

from ..stream import number, numbers

MOST = 1 << 18
"""values that are looked at; of a larger tensor the first rows"""
MOST_FEATURES = 4096


def kind(tensor):
    """float, integer or boolean."""
    if tensor.dtype is torch.bool:
        return "boolean"
    return "float" if tensor.is_floating_point() else "integer"


def few(tensor):
    """A detached tensor of at most about MOST values: whole rows from the beginning."""
    tensor = tensor.detach()
    if tensor.dim() > 0 and tensor.numel() > MOST:
        rows = max(1, MOST * tensor.shape[0] // tensor.numel())
        tensor = tensor[:rows]
    return tensor.flatten()[:MOST] if tensor.numel() > MOST else tensor


def moments(values):
    """Smallest, largest, mean, standard deviation and share not finite, as floats, of a float tensor."""
    finite = torch.isfinite(values)
    lost = 1.0 - finite.float().mean().item() if values.numel() else 0.0
    if lost > 0:
        values = values[finite]
    if values.numel() == 0:
        nan = float("nan")
        return nan, nan, nan, nan, lost
    spread = values.std(unbiased=False).item() if values.numel() > 1 else 0.0
    return values.min().item(), values.max().item(), values.mean().item(), spread, lost


def describe(tensor, step, split, name, classes=False):
    """A row of the tables `inputs`, `targets` and `outputs` (BatchTensor of src/record/tables.ts), or None of no tensor."""
    if not isinstance(tensor, torch.Tensor) or tensor.numel() == 0 or tensor.is_sparse or tensor.is_complex():
        return None
    with torch.no_grad():
        part = few(tensor)
        values = part.float()
        low, high, mean, spread, lost = moments(values)
        row = {
            "step": step,
            "split": split,
            "name": name,
            "type": kind(tensor),
            "shape": list(tensor.shape),
            "min": number(low),
            "max": number(high),
            "mean": number(mean),
            "spread": number(spread),
            "nonFinite": number(lost),
        }
        if row["type"] != "float" or (part.numel() <= 4096 and bool((values == values.round()).all())):
            row["distinct"] = int(torch.unique(values).numel())
        if row["type"] == "float" and part.dim() >= 2 and part.shape[0] >= 2:
            _features(row, values)
            if classes:
                _classes(row, values)
    return row


def _features(row, values):
    """Means and spreads of the columns (of the channels of an image), over all else."""
    axis = 1 if values.dim() == 4 else values.dim() - 1
    columns = values.movedim(axis, -1).reshape(-1, values.shape[axis])[:, :MOST_FEATURES]
    if columns.shape[1] < 2 or not torch.isfinite(columns).any():
        return
    known = torch.nan_to_num(columns, nan=0.0, posinf=0.0, neginf=0.0)
    means = known.mean(0)
    spreads = known.std(0, unbiased=False)
    constant = spreads == 0
    moving = spreads[~constant]
    row["features"] = {
        "count": int(values.shape[axis]),
        "means": numbers([means.min().item(), means.max().item()]),
        "spreads": numbers([moving.min().item(), moving.max().item()] if moving.numel() else [0.0, 0.0]),
        "constant": int(constant.sum()),
    }


def _classes(row, values):
    """What tells whether the outputs still depend on the example."""
    rows = values.reshape(values.shape[0], -1)
    row["acrossRows"] = number(rows.std(0, unbiased=False).mean().item())
    units = values.movedim(1, -1).reshape(-1, values.shape[1]) if values.dim() > 2 else values
    if units.shape[1] > 1:
        sums = units.sum(-1)
        row["sumsToOne"] = bool(((sums - 1).abs() < 1e-3).all() and (units >= 0).all())
        top = units.argmax(-1)
        row["topShare"] = number(torch.bincount(top).max().item() / top.numel())
