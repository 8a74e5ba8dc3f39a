"""What a trainer writes into its own logs, kept under its own names: metrics that no loss function shows."""

import torch

from ..stream import number

MOST_NAMES = 500


class Log:
    """Of one run. The same value of the same step is written once, however many loggers pass it on."""

    def __init__(self, stream):
        self._stream = stream
        self._last = {}

    def take(self, values, step, epoch):
        """`values`: name -> number or tensor of one value; `step` as the recorder counts it; `epoch` as the trainer does."""
        kept = {}
        for name, value in values.items():
            if name in ("epoch", "step") or (name not in self._last and len(self._last) >= MOST_NAMES):
                continue
            value = _plain(value)
            if value is not None and self._last.get(name) != (step, value):
                self._last[name] = (step, value)
                kept[str(name)[:100]] = value
        if kept:
            row = {"k": "logged", "step": step, "values": kept}
            if isinstance(epoch, (int, float)):
                row["epoch"] = number(epoch)
            self._stream.write(row)


def _plain(value):
    if isinstance(value, torch.Tensor):
        value = value.detach().item() if value.numel() == 1 else None
    if isinstance(value, bool) or not hasattr(value, "__float__"):
        return None
    return number(float(value))
