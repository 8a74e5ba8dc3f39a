"""The rate of a step: a factor, a rise at the beginning, a fall to the end, or the sweep of a range test.

A constant one stays where it began. The program goes on reading and setting its own rate, so that whatever schedule or callback moves it is scaled with it;
what is asked for while an optimizer steps is another one.
"""

import contextlib
import functools
import importlib
import math
import weakref

import numpy

CHANGES = ("learning_rate", "warmup_steps", "schedule", "range_test")


class Rates:
    """What all optimizers of the process make of their rates."""

    def __init__(self, state):
        self.state = state
        self.first = None
        """the first rate that was met"""
        self.usual = weakref.WeakKeyDictionary()
        """an optimizer that took another's place -> what its rate has to be multiplied by to be its kind's usual one"""
        self.steps = state.trial.steps
        """of the whole run, with what is changed of it"""
        self.told = set()

    def met(self, optimizer):
        """An optimizer is about to be used: what its rate becomes is said."""
        raw = raw_rate(self.state, optimizer)
        if raw is None:
            if self.state.factor("learning_rate", self.state.get("learning_rate") or 0) is not None:
                said = self.state.get("learning_rate")[1:]
                self.state.report.applied("learning_rate", f"learning_rate * {said}", optimizer=type(optimizer).__name__)
            return
        self.first = raw if self.first is None else self.first
        value = self.state.get("learning_rate")
        if value is not None and not (raw == 0 and self.state.factor("learning_rate", value)):
            now = self.plain(optimizer, raw, 0, alone=True)
            self.state.report.applied("learning_rate", f"learning_rate={now:.6g}", optimizer=type(optimizer).__name__, **{"from": raw, "to": now})
        elif value is not None:
            self.state.report.refused("learning_rate", "same", **{"from": raw})
        for change in CHANGES[1:]:
            if self.state.get(change) is not None:
                self._tell(change)

    def _tell(self, change):
        """Of what goes by steps."""
        state, value = self.state, self.state.get(change)
        if change == "warmup_steps":
            if self._rise() is None:
                state.report.refused(change, "unsupported", reason="the number of steps is unknown")
            else:
                state.report.applied(change, f"warmup_steps={self._rise()}", steps=self._rise())
        elif change == "schedule" and value == "constant":
            state.report.applied(change, f"learning_rate={self.first:g}, without a schedule", **{"from": self.first})
        elif change == "schedule":
            if not self.steps:
                state.report.refused(change, "unsupported", reason="the number of steps is unknown")
            else:
                state.report.applied(change, f"CosineDecay({self.first}, decay_steps={int(self.steps)})", steps=int(self.steps), **{"from": self.first})
        else:
            state.report.applied(change, f"rate from {value['from']} to {value['to']} in {value['steps']} steps", **value)

    def _rise(self):
        """Steps of the warm-up, None where they are a share of an unknown number."""
        told = self.state.get("warmup_steps")
        if isinstance(told, str) and told.endswith("%"):
            return max(1, round(float(told[:-1]) / 100 * self.steps)) if self.steps else None
        return int(told) if told is not None else None

    def constant(self, optimizer):
        """By what the rate is multiplied at every step."""
        value, out = self.state.get("learning_rate"), self.usual.get(optimizer, 1.0)
        factor = self.state.factor("learning_rate", value) if value is not None else None
        if factor is not None:
            return out * factor
        if value is not None and self.first:
            return float(value) / self.first
        return out

    def plain(self, optimizer, raw, step, alone=False):
        """The rate as a float; `alone`: of `learning_rate` only."""
        state, test = self.state, self.state.get("range_test")
        if test and not alone:
            return test["from"] * (test["to"] / test["from"]) ** min(1.0, step / test["steps"])
        if state.get("schedule") == "constant":
            raw = self.first
        out = raw * self.constant(optimizer)
        if self.first == 0 and isinstance(state.get("learning_rate"), (int, float)):
            out = float(state.get("learning_rate"))
        if alone:
            return out
        rise = self._rise()
        if rise:
            out *= min(1.0, (step + 1) / rise)
        if state.get("schedule") == "cosine" and self.steps:
            out *= 0.5 * (1 + math.cos(math.pi * min(1.0, step / self.steps)))
        return out

    def tensor(self, optimizer, raw, step):
        """The same within a graph."""
        state, ops, test = self.state, self.state.ops, self.state.get("range_test")
        dtype = getattr(raw, "dtype", None) or "float32"
        step = ops.cast(step, "float32")
        if test:
            reach = ops.minimum(step / float(test["steps"]), 1.0)
            return ops.cast(ops.exp(math.log(test["from"]) + reach * math.log(test["to"] / test["from"])), dtype)
        number = state.get("learning_rate")
        if self.first == 0 and isinstance(number, (int, float)):
            raw = ops.cast(float(number), dtype)
        if state.get("schedule") == "constant":
            raw = ops.cast(self.first, dtype)
        out, constant = raw, self.constant(optimizer)
        if constant != 1.0:
            # a product of 32 bits, as where the program's own rate were rounded to them
            out = out * float(numpy.float32(constant))
        rise = self._rise()
        if rise:
            out = out * ops.cast(ops.minimum((step + 1.0) / float(rise), 1.0), dtype)
        if state.get("schedule") == "cosine" and self.steps:
            part = ops.minimum(step / float(self.steps), 1.0)
            out = out * ops.cast(0.5 * (1.0 + ops.cos(math.pi * part)), dtype)
        return out


def raw_rate(state, optimizer):
    """The program's own rate now, as a float; None where it cannot be read."""
    from whyloss.keras import arrays

    try:
        with _outside(state):
            found = getattr(optimizer, "_learning_rate", None)
            if found is None:  # an optimizer of Keras before 2.11
                found = optimizer._hyper["learning_rate"]
            if callable(found) and hasattr(found, "get_config"):
                found = found(optimizer.iterations)
            elif callable(found) and not hasattr(found, "shape"):
                found = found()
            found = getattr(found, "value", found)
            found = found() if callable(found) else found
            return float(f"{float(arrays.plain(found)):.7g}")
    except Exception:  # of an optimizer of the user's own
        return None


def _outside(state):
    """Numbers are read outside of the graph that may be traced just now."""
    if state.backend() != "tensorflow":
        return contextlib.nullcontext()
    import tensorflow as tf

    return tf.init_scope()


def install(state):
    """Every optimizer's rate goes through here while it steps."""
    state.rates = Rates(state)
    if not any(state.get(one) is not None for one in (*CHANGES, "optimizer")):
        return
    if state.legacy:
        _legacy(state)
    else:
        _current(state)
    _told(state)


def _stepping(state, owner, name):
    """While this method runs an optimizer steps."""
    original = owner.__dict__[name]

    @functools.wraps(original)
    def step(optimizer, *args, **kwargs):
        before, state.stepping = state.stepping, True
        try:
            return original(optimizer, *args, **kwargs)
        finally:
            state.stepping = before

    setattr(owner, name, step)


def _current(state):
    """Keras 3: one method gives the rate to what updates."""
    from keras.src.optimizers.base_optimizer import BaseOptimizer

    _stepping(state, BaseOptimizer, "apply")
    original = BaseOptimizer._get_current_learning_rate

    def _get_current_learning_rate(optimizer):
        raw = original(optimizer)
        return state.rates.tensor(optimizer, raw, optimizer.iterations) if state.stepping else raw

    BaseOptimizer._get_current_learning_rate = _get_current_learning_rate


def _legacy(state):
    """Keras 2: the property that its optimizers read, and what those before 2.11 ask."""
    found, older = optimizer_modules(state)
    base = found._BaseOptimizer
    for kind in (found.Optimizer, base):
        if "apply_gradients" in kind.__dict__:
            _stepping(state, kind, "apply_gradients")
    own = base.__dict__["learning_rate"]

    def learning_rate(optimizer):
        raw = own.fget(optimizer)
        return state.rates.tensor(optimizer, raw, optimizer.iterations) if state.stepping else raw

    base.learning_rate = property(learning_rate, own.fset)
    decayed = older.OptimizerV2._decayed_lr
    older.OptimizerV2._decayed_lr = lambda optimizer, dtype: state.rates.tensor(optimizer, decayed(optimizer, dtype), optimizer.iterations)


def optimizer_modules(state):
    """Keras 2's optimizers, and those before 2.11, which `import keras` still gives in 2.12."""
    for path in ("src.optimizers", "optimizers"):
        try:
            module = f"{state.keras.__name__}.{path}"
            return importlib.import_module(f"{module}.optimizer"), importlib.import_module(f"{module}.legacy.optimizer_v2")
        except ImportError:
            continue
    raise ImportError("its optimizers are unknown")


def _told(state):
    """The recorder tells the rate at which steps are taken."""
    from whyloss.keras import arrays, compiled, values

    original = values.rate

    def rate(model):
        raw, one = original(model), compiled.optimizer(model)
        if raw != raw:
            return raw
        return float(f"{state.rates.plain(one, raw, int(arrays.plain(values._of(model, one, 'iterations')))):.7g}")

    values.rate = rate
