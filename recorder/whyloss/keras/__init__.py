"""The recorder for Keras 2.12 and later, and Keras 3 on TensorFlow, JAX and PyTorch."""

import sys

from .patches import patch
from .training import Training

__all__ = ["install"]
OLDEST = (2, 12)


def install(process, name):
    """Put the recorder into the Keras called `name`, which has just been imported. Returns the Training."""
    keras = sys.modules[name]
    version = str(getattr(keras, "__version__", "0"))
    if tuple(int(part) for part in version.split(".")[:2] if part.isdigit()) < OLDEST:
        oldest = ".".join(map(str, OLDEST))
        sys.stderr.write(f"whyloss: not recording (Keras {version}; {oldest} and later are watched); the training goes on.\n")
        return None
    training = Training(process)
    patch(keras, training)
    return training
