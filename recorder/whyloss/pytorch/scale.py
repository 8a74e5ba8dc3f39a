"""The gradient scaler of mixed precision: its scale, and the steps that it left out."""

from ..stream import number

EVERY = 16


class Scale:
    """Of one run; read at close looks and, where that waits for no device, every 16th step."""

    def __init__(self, training):
        self._of = training
        self._last = None

    def updated(self, scaler):
        """The scaler has updated its scale; a fall of it means that a step was left out."""
        of = self._of
        if of.looking is None and (of.on_device or of.step % EVERY):
            return
        scale = scaler.get_scale()
        if self._last is not None and scale < self._last:
            of.evidence.event("scale-skip", of.step, f"scale {scale:g}", number(scale))
        if scale != self._last:
            of.points.add("loss-scale", scale, of.step + 1)
        self._last = scale
