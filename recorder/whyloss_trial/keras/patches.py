"""The wrappers around Keras' own functions: where a model is compiled and trained, changes are made and what they cannot do is said."""

import functools
import inspect
import sys
import weakref

from . import activations, dropouts, fits, inputs, losses, norms, optimizers, pairing, penalties, precision, probes, rates, targets, trained, weights

LAYERS = (("initializer", weights.change), ("weight_decay", penalties.change), ("penalties", penalties.unmeasured), ("dropout", dropouts.change),
          ("batch_norm_momentum", norms.momentum), ("batch_norm", norms.frozen), ("hidden_activation", activations.hidden),
          ("train_mode", trained.mode))  # fmt: skip
"""changes of a model, once"""
LOSSES = (("output_loss", pairing.change), ("loss", losses.change))
"""changes of what was compiled, as often as it is"""
DATA = (("overfit_one_batch", probes.one_batch), ("shuffled_labels", probes.strewn_labels), ("shuffle", fits.shuffle),
        ("class_weights", fits.class_weights), ("batch_size", fits.batch_size), ("epochs", fits.epochs))  # fmt: skip
"""changes of what `fit` is given, each time"""


def patch(state):
    """Put all wrappers in place."""
    state.known, state.loaded, state.seen = weakref.WeakSet(), weakref.WeakSet(), {}
    state.penalties, state.penalised, state.replaced = {}, set(), None
    state.matched, state.renamed, state.unbent = weakref.WeakSet(), weakref.WeakSet(), weakref.WeakSet()
    state.standard = weakref.WeakKeyDictionary()
    model = state.keras.Model
    for name, wrapper in (("compile", _compile), ("fit", _fit), ("train_on_batch", _train_on_batch)):
        owner = next(one for one in model.__mro__ if name in one.__dict__)
        original = owner.__dict__[name]
        setattr(owner, name, functools.wraps(original)(wrapper(state, original)))
    _builds(state)


def _builds(state):
    """An optimizer that no `compile` was given is met where it first steps."""
    if state.legacy:
        current, older = rates.optimizer_modules(state)
        _met(state, current._BaseOptimizer, "build")
        _met(state, older.OptimizerV2, "apply_gradients")
    else:
        from keras.src.optimizers.base_optimizer import BaseOptimizer

        _met(state, BaseOptimizer, "build")


def _met(state, kind, name):
    original = kind.__dict__[name]

    @functools.wraps(original)
    def meeting(optimizer, *args, **kwargs):
        if type(optimizer).__name__ != "LossScaleOptimizer":
            optimizers.ready(state, optimizer)
        return original(optimizer, *args, **kwargs)

    setattr(kind, name, meeting)


def _compile(state, original):
    signature = inspect.signature(original)
    state.compile = original

    def compile(model, *args, **kwargs):
        state.trial.taken = "keras"
        try:
            bound = signature.bind(model, *args, **kwargs)
            bound.apply_defaults()
            given = bound.arguments
            if state.get("all_parameters"):
                state.guarded("all_parameters", trained.free, state, model)
            if given.get("optimizer") is not None:
                given["optimizer"] = state.guarded("optimizer", optimizers.compiled, state, given["optimizer"]) or given["optimizer"]
            args, kwargs = bound.args[1:], bound.kwargs
        except Exception:  # what it was given is for Keras to judge
            return original(model, *args, **kwargs)
        out = original(model, *args, **kwargs)
        own = dict(given)
        own.pop(next(iter(signature.parameters)), None)
        state.compiled[model] = own
        state.matched.discard(model)
        return out

    return compile


def _fit(state, original):
    signature = inspect.signature(original)

    def fit(model, *args, **kwargs):
        state.trial.taken = "keras"
        if state.fitting:
            return original(model, *args, **kwargs)
        try:
            bound = signature.bind(model, *args, **kwargs)
            bound.apply_defaults()
            prepare(state, model, bound.arguments)
            for change, make in DATA:
                if state.get(change) is not None:
                    state.guarded(change, make, state, model, bound.arguments)
            _steps(state, bound.arguments)
            args, kwargs = bound.args[1:], bound.kwargs
        except Exception as error:
            for change in state.trial.changes:
                state.report.refused(change, "broken", error=f"{type(error).__name__}: {error}"[:300])
        state.fitting = state.fitted = True
        try:
            return original(model, *args, **kwargs)
        finally:
            state.fitting, state.seen = False, {}

    return fit


def _steps(state, given):
    """Where nobody said how many steps there are, the first `fit` tells."""
    from . import data

    if state.rates.steps or state.fitted:
        return
    per = given.get("steps_per_epoch")
    if not per:
        what, size = data.kind(state, given["x"]), None
        if what == "arrays":
            size = data.size(state, given)
            per = -(-data.cut(given) // size)
        elif what in ("dataset", "sequence"):
            per = int(given["x"].cardinality()) if what == "dataset" else len(given["x"])
    if per and per > 0:
        state.rates.steps = per * (int(given.get("epochs") or 1) - int(given.get("initial_epoch") or 0))
        for change in ("warmup_steps", "schedule"):
            if state.get(change) is not None:
                state.guarded(change, state.rates._tell, change)


def prepare(state, model, given):
    """A model is about to be trained on `given`, the arguments of `fit` by name."""
    first = model not in state.prepared
    if first:
        state.prepared.add(model)
        _evaluating(state, model)
        for change, make in LAYERS:
            if state.get(change) is not None:
                state.guarded(change, make, state, model)
        _inputs(state, model, given)
    if model not in state.matched and model in state.compiled:
        for change, make in LOSSES:
            if state.get(change) is not None:
                state.guarded(change, make, state, model, given)
        if state.get("output_activation") is not None:
            state.guarded("output_activation", activations.output, state, model)
        if state.get("all_parameters"):
            state.guarded("all_parameters", trained.again, state, model)
        if state.get("standardize_targets"):
            state.guarded("standardize_targets", targets.standardize, state, model, given)
        state.matched.add(model)
        state.retrace(model)


def _inputs(state, model, given):
    asked = [one for one in inputs.CHANGES if state.get(one) is not None]
    if not asked:
        return
    try:
        inputs.change(state, model, given)
    except Exception as error:
        for one in asked:
            state.report.refused(one, "broken", error=f"{type(error).__name__}: {error}"[:300])


def _evaluating(state, model):
    """While a step of evaluate or predict is computed nothing is changed that belongs to training."""

    def flagged(original):
        @functools.wraps(original)
        def step(*args, **kwargs):
            before, state.evaluating = state.evaluating, True
            try:
                return original(*args, **kwargs)
            finally:
                state.evaluating = before

        return step

    for name in ("test_step", "predict_step"):
        object.__setattr__(model, name, flagged(getattr(model, name)))


def _train_on_batch(state, original):
    signature = inspect.signature(original)

    def train_on_batch(model, *args, **kwargs):
        state.trial.taken = "keras"
        if not state.fitting and model not in state.prepared:
            given = dict(signature.bind(model, *args, **kwargs).arguments)
            for change in (*inputs.CHANGES, "standardize_targets", *(name for name, _ in DATA)):
                if state.get(change) is not None:
                    state.report.refused(change, "no-loader")
            asked, state.get = state.get, lambda name: None if name in (*inputs.CHANGES, "standardize_targets") else asked(name)
            try:
                prepare(state, model, given)
            except Exception as error:
                for change in state.trial.changes:
                    state.report.refused(change, "broken", error=f"{type(error).__name__}: {error}"[:300])
            finally:
                state.get, state.seen = asked, {}
        return original(model, *args, **kwargs)

    return train_on_batch


def last(state):
    """The process ends: what was asked and never came to pass is refused."""
    if state.get("precision") is not None:
        precision.last(state)
    weights.last(state)
    if getattr(state.trial, "taken", None) != "keras" and "torch" in sys.modules and not state.known:
        return  # it was PyTorch that trained, or nothing
    optimizing = ("learning_rate", "warmup_steps", "schedule", "range_test", "optimizer", "gradient_clip", "momentum")
    for change in state.trial.changes:
        if change == "zero_grad":
            state.report.refused(change, "unsupported", reason="Keras adds up no gradients")
        elif change in optimizing and not state.known:
            state.report.refused(change, "no-optimizer")
        else:
            state.report.refused(change, "unsupported" if state.fitted else "no-loader")
