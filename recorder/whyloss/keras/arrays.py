"""One array in a few numbers: range, mean, spread, what is not finite, and how its features compare."""

import numpy

from ..stream import number, numbers

MOST = 1 << 18
"""values that are looked at"""
MOST_FEATURES = 4096


def plain(tensor):
    """A copy of any backend's tensor as a NumPy array; None of what is none, such as a ragged or a sparse one."""
    if tensor is None or isinstance(tensor, (str, bytes, dict, list, tuple)):
        return None
    if hasattr(tensor, "detach"):
        tensor = tensor.detach().cpu()
        tensor = (tensor.float() if "bfloat16" in str(tensor.dtype) else tensor).numpy()
    elif hasattr(tensor, "numpy"):
        tensor = tensor.numpy()
    try:
        array = numpy.array(tensor)
    except (TypeError, ValueError):
        return None
    # 16 bits are too narrow for sums, and some of such types are none of NumPy's own
    return array.astype("float32") if array.dtype.itemsize == 2 and array.dtype.kind in "fV" else array


def kind(array):
    """float, integer or boolean; None of text and objects."""
    return {"f": "float", "i": "integer", "u": "integer", "b": "boolean"}.get(array.dtype.kind)


def few(array):
    """Rows of an array with at most about MOST values, spread evenly over it."""
    if array.ndim == 0 or array.size <= MOST:
        return array
    rows = max(1, min(len(array), MOST * len(array) // array.size))
    return array[:: max(1, len(array) // rows)][: max(rows, 1)]


def describe(array, step, split, name, classes=False, shape=None):
    """A row of the tables `inputs`, `targets` and `outputs` (BatchTensor of src/record/tables.ts), or None of no numbers.

    `shape`: what is told instead of the array's own, where the array is more than a batch.
    """
    if array is None or array.size == 0 or kind(array) is None:
        return None
    part = few(array)
    values = part.astype("float64", copy=False)
    finite = numpy.isfinite(values)
    known = values[finite]
    nan = float("nan")
    row = {
        "step": step,
        "split": split,
        "name": name,
        "type": kind(array),
        "shape": list(shape or array.shape),
        "min": number(float(known.min())) if known.size else number(nan),
        "max": number(float(known.max())) if known.size else number(nan),
        "mean": number(float(known.mean())) if known.size else number(nan),
        "spread": number(float(known.std())) if known.size else number(nan),
        "nonFinite": number(1.0 - float(finite.mean())),
    }
    # of a whole column some numbers are missing, and the rest is whole all the same
    if row["type"] != "float" or bool((known == numpy.round(known)).all()):
        row["distinct"] = int(numpy.unique(known).size)
    if row["type"] == "float" and part.ndim >= 2 and len(part) >= 2:
        _features(row, values, finite)
        if classes:
            _classes(row, values)
    return row


def _features(row, values, finite):
    """Means and spreads of the columns (of the channels of an image, which Keras keeps last), over all else."""
    columns = values.reshape(-1, values.shape[-1])[:, :MOST_FEATURES]
    if columns.shape[1] < 2 or not finite.any():
        return
    known = numpy.nan_to_num(columns, nan=0.0, posinf=0.0, neginf=0.0)
    means, spreads = known.mean(0), known.std(0)
    moving = spreads[spreads > 0]
    row["features"] = {
        "count": int(values.shape[-1]),
        "means": numbers([float(means.min()), float(means.max())]),
        "spreads": numbers([float(moving.min()), float(moving.max())] if moving.size else [0.0, 0.0]),
        "constant": int((spreads == 0).sum()),
    }


def _classes(row, values):
    """What tells whether the outputs still depend on the example."""
    row["acrossRows"] = number(float(values.reshape(len(values), -1).std(0).mean()))
    units = values.reshape(-1, values.shape[-1])
    if units.shape[1] > 1:
        row["sumsToOne"] = bool((abs(units.sum(-1) - 1) < 1e-3).all() and (units >= 0).all())
        top = units.argmax(-1)
        row["topShare"] = number(float(numpy.bincount(top).max() / top.size))
