"""The recorder for PyTorch 1.13 and later."""

from .patches import Originals
from .training import Training

__all__ = ["install"]


def install(process, name):
    """Put the recorder into torch, which has just been imported. Returns the Training."""
    originals = Originals()
    training = Training(process, originals)
    originals.patch(training)
    return training
