"""Another loss in the place of the compiled one, while training, where a loss is evaluated, or both.

Keras computes the loss of `compile` in one object, for training and evaluation alike. Where only the training has another
one the gradient comes from that; what is shown stays the program's own loss where that is a number.
"""

import functools
import importlib
import weakref

from whyloss.keras import compiled

from . import activations, pairing, structure, targets

TRAINING, EVALUATING = "training", "evaluating"


def install(state):
    """Let compiled losses be replaced; called once, when the first one is."""
    if state.replaced is not None:
        return
    state.replaced = weakref.WeakKeyDictionary()
    kind = container(state)
    original = kind.__call__

    @functools.wraps(original)
    def __call__(one, y_true, y_pred, sample_weight=None, **more):
        make = state.replaced.get(one, {}).get(EVALUATING if state.evaluating else TRAINING)
        if make is None:
            return original(one, y_true, y_pred, sample_weight, **more)
        if make.shown and state.legacy:
            if not one._built:
                one.build(y_pred)
            # Keras 2 shows what its own object was asked last
            return make(original, y_true, y_pred, sample_weight, more, one)
        own = original(one, y_true, y_pred, sample_weight, **more) if not make.shown else None
        other = make(original, y_true, y_pred, sample_weight, more)
        if state.legacy or own is None:
            return other
        shown = state.ops.where(state.ops.finite(own), own, other)
        # the gradient is the other's
        return other + state.ops.still(shown - other)

    kind.__call__ = __call__


def container(state):
    """The class of what `compile` makes of losses."""
    if not state.legacy:
        from keras.src.trainers.compile_utils import CompileLoss

        return CompileLoss
    for path in ("src.engine", "engine"):
        try:
            return importlib.import_module(f"{state.keras.__name__}.{path}.compile_utils").LossesContainer
        except ImportError:
            continue
    raise ImportError("its compiled losses are unknown")


def held(state, model):
    """The object that computes a model's loss."""
    return model.compiled_loss if state.legacy else model._compile_loss


def replace(state, model, loss=None, change=None, where=TRAINING, shown=False):
    """Compute `loss`, else the compiled one, of what `change(y_true, y_pred)` makes of the two. `shown`: as the model's loss too."""
    install(state)
    held_now = state.replaced.setdefault(held(state, model), {})
    before = held_now.get(where)
    changes = [call for call in ((before.changes if before else []) + [change]) if call is not None]
    shown = shown or bool(before and before.shown)
    held_now[where] = Other(state, model, loss or (before and before.loss) or model.loss, changes, shown)


class Other:
    """What takes the place of one compiled loss."""

    def __init__(self, state, model, loss, changes, shown):
        self.loss = loss
        self.changes = changes
        self.shown = shown
        # one object of a string's loss, that two models may have
        loss = state.keras.losses.get(loss) if isinstance(loss, str) else loss
        self._made = container(state)(loss, output_names=getattr(model, "output_names", None))

    def __call__(self, original, y_true, y_pred, weight, more, shown_by=None):
        for change in self.changes:
            y_true, y_pred = change(y_true, y_pred)
        if shown_by is not None:
            self._made._total_loss_mean = shown_by._total_loss_mean
        return original(self._made, y_true, y_pred, weight, **more)


def change(state, model, given):
    """`loss`."""
    wanted, told = state.get("loss"), compiled.loss(model)
    if told is None:
        state.report.refused("loss", "no-loss")
        return
    name, canonical, _, _ = told
    same = {"cross-entropy": pairing.CROSS, "huber": ("huber",), "mse": ("mse",)}[wanted]
    if canonical in same:
        state.report.refused("loss", "same", loss=name)
        return
    y, count = targets.few(state, given), structure.units(model)
    if wanted != "cross-entropy" and (y is None or count is None or count > 1 and targets.one_each(y)):
        state.report.refused("loss", "unsupported", reason=f"{count} outputs for one target each" if y is not None else "no targets are known")
        return
    kinds = state.keras.losses
    loss = cross(state, model, given) if wanted == "cross-entropy" else kinds.Huber() if wanted == "huber" else kinds.MeanSquaredError()
    if loss is None:
        return
    replace(state, model, loss)
    now = [one for _, one in structure.acting(model)]
    config = loss.get_config()
    config = config.get("fn_kwargs", config)
    more = {"from_logits": bool(config["from_logits"])} if "from_logits" in config else {}
    state.report.applied("loss", f"loss={type(loss).__name__}({', '.join(f'{key}={value}' for key, value in more.items())})", loss=type(loss).__name__,
                         activation=now[-1] if now else "linear", **{"from": name}, **more)  # fmt: skip


def cross(state, model, given):
    """The cross-entropy that goes with the targets and the last activation, or None."""
    y, count = targets.few(state, given), structure.units(model)
    acts = [name for _, name in structure.acting(model)]
    kinds = state.keras.losses
    if y is None or count is None or any(name not in ("sigmoid", "softmax") for name in acts):
        state.report.refused("loss", "unsupported", reason="targets or outputs are of no known kind")
        return None
    kind, wanted = None, "sigmoid" if count == 1 else "softmax"
    if count == 1 and y.min() >= 0 and y.max() <= 1:
        kind = kinds.BinaryCrossentropy
    elif count > 1 and targets.ids(y) and y.max() < count and targets.one_each(y):
        kind = kinds.SparseCategoricalCrossentropy
    elif count > 1 and y.ndim > 1 and y.shape[-1] == count and y.min() >= 0 and y.max() <= 1:
        kind = kinds.CategoricalCrossentropy
    if kind is None:
        state.report.refused("loss", "unsupported", reason=f"{count} outputs for targets from {y.min():g} to {y.max():g}")
        return None
    if acts != [wanted]:
        # probabilities go with the program's own loss and metrics, which evaluate
        for part, _, new in pairing.one_of(model, structure.acting(model), wanted):
            activations.become(state, part, new)
    return kind(from_logits=False)
