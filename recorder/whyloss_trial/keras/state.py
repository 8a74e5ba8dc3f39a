"""What the changes of one process share: the Keras that is changed, what was compiled, and where a training stands."""

import weakref

from .ops import ops_of


class State:
    """One for each Keras of the process."""

    def __init__(self, trial, keras):
        self.trial = trial
        self.keras = keras
        self.report = trial.report
        self.get = trial.get
        self.legacy = not hasattr(keras, "StatelessScope")
        """whether it is Keras 2"""
        self.ops = ops_of(keras)
        self.compiled = weakref.WeakKeyDictionary()
        """model -> the arguments of its last `compile`"""
        self.prepared = weakref.WeakSet()
        """models whose layers are changed already"""
        self.evaluating = False
        """whether a step of evaluate or predict is computed, or traced"""
        self.stepping = False
        """whether an optimizer steps: only then a rate is what a trial makes of it"""
        self.fitting = False
        self.fitted = False
        """whether any `fit` was called"""
        self.compile = None
        """the unwrapped `compile`"""

    def backend(self):
        """tensorflow, jax or torch."""
        return "tensorflow" if self.legacy else self.keras.backend.backend()

    def guarded(self, change, call, *args):
        """Call what makes a change; what it raises is said of the change, and the training goes on."""
        try:
            return call(*args)
        except Exception as error:
            self.report.refused(change, "broken", error=f"{type(error).__name__}: {error}"[:300])
            return None

    def withdrawn(self, changes, error):
        """Changes that were made, and fail where the model computes: they are made no more, and that is said."""
        for change in changes:
            self.report.said["applied"].pop(change, None)
            self.report.refused(change, "broken", error=f"{type(error).__name__}: {error}"[:300])

    def factor(self, change, value):
        """2.0 of "x2"; None of what is no factor."""
        value = self.get(change) if value is None else value
        return float(value[1:]) if isinstance(value, str) and value[:1] == "x" else None

    def scaled(self, change, old):
        """What becomes of a number: a factor times it, or the number that is asked for."""
        factor = self.factor(change, None)
        return old * factor if factor is not None else float(self.get(change))

    def recompile(self, model, **changed):
        """Compile a model as its program did, with other arguments, keeping its optimizer as it is."""
        told = {**self.compiled[model], "optimizer": model.optimizer, **changed}
        told.update(told.pop("kwargs", None) or {})
        self.compile(model, **told)

    def retrace(self, model):
        """What was traced of the model before is traced anew."""
        for name in ("train_function", "test_function", "predict_function"):
            if getattr(model, name, None) is not None:
                setattr(model, name, None)


def overridden(thing, name, make):
    """Let one object's method be what `make` makes of it; the class and its other objects stay as they are."""
    object.__setattr__(thing, name, make(getattr(thing, name)))
