"""What a trial changes in Keras 2.12 and later, and in Keras 3 on TensorFlow, JAX and PyTorch."""

import atexit
import sys

from . import patches, precision, rates, weights
from .state import State

__all__ = ["install"]
OLDEST = (2, 12)


def install(trial, name):
    """Put the changes into the Keras called `name`, which has just been imported.

    From the first call of compile or fit on `trial.taken` is "keras": with PyTorch below, its side then leaves the
    training alone, since the same change must not be made twice.
    """
    keras = sys.modules[name]
    version = str(getattr(keras, "__version__", "0"))
    if tuple(int(part) for part in version.split(".")[:2] if part.isdigit()) < OLDEST:
        for change in trial.changes:
            trial.report.refused(change, "unsupported", version=version)
        return
    state = State(trial, keras)
    atexit.register(patches.last, state)
    for change, install_one in (("precision", precision.install), ("initializer", weights.install), ("learning_rate", rates.install)):
        state.guarded(change, install_one, state)
    patches.patch(state)
