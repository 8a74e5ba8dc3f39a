"""The recorder for PyTorch 1.13 and later."""

from .training import install

__all__ = ["install"]
