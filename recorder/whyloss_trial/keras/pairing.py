"""What the loss is given and what it expects: logits or probabilities, and losses that do not go with the targets.

`output_loss` is "paired": it is trained so; "measured": only what is evaluated is, so that a control can be compared;
or "both".
"""

from whyloss.keras import compiled

from . import activations, losses, structure, targets
from .state import overridden

CROSS = ("cross-entropy", "binary-cross-entropy")
REGRESSION = ("mse", "mae", "huber")
CLASSES = ("SparseCategoricalCrossentropy", "CategoricalCrossentropy", "BinaryCrossentropy", "BinaryFocalCrossentropy", "CategoricalFocalCrossentropy")
KEPT = ("label_smoothing", "axis", "ignore_class", "alpha", "gamma", "apply_class_balancing")
SHARES = ("linear", "softmax", "sigmoid")
"""activations between which scores keep their order, so that a control may be measured with another"""


class Plan:
    """What is to become of a model's end."""

    def __init__(self, how, acts=(), loss=None, classes=None):
        self.how = how
        self.acts = list(acts)
        """(part, its activation, what it becomes)"""
        self.loss = loss
        """another loss, or None"""
        self.classes = classes
        """the two targets that stand for 0 and 1, or None"""


def change(state, model, given):
    """`output_loss` of a model that is about to be trained on `given`."""
    told, last = compiled.loss(model), structure.tail(model)
    if told is None or not last:
        state.report.refused("output_loss", "no-loss" if told is None else "no-layer", reason="one output with one loss is changed")
        return
    name, canonical, logits, _ = told
    acts, y = structure.acting(model), targets.few(state, given)
    plan = None
    if canonical in CROSS:
        plan = cross(state, model, acts, y)
    elif canonical in REGRESSION:
        plan = regression(state, model, acts, y)
    if plan is None:
        state.report.refused("output_loss", "same", loss=name)
        return
    if plan.how is None:
        return  # why not is said already
    made = _make(state, model, plan, state.get("output_loss"))
    if made:
        now = plan.loss if plan.loss is not None else model.loss
        ends = {id(part): new for part, _, new in plan.acts}
        after = [ends.get(id(part), structure.activation(part)) for part in last]
        state.report.applied("output_loss", plan.how, layer=last[0].name, loss=now if isinstance(now, str) else type(now).__name__,
                             from_logits=_logits(now, logits), from_from_logits=logits, from_loss=name,
                             from_activation=_joined([one for _, one in acts]), to_activation=_joined(after))  # fmt: skip


def _joined(names):
    return " ".join(one for one in names if one not in structure.NONE) or "linear"


def _logits(loss, otherwise):
    config = loss.get_config() if hasattr(loss, "get_config") else {}
    found = (config.get("fn_kwargs") or config).get("from_logits")
    return otherwise if found is None else bool(found)


def _make(state, model, plan, wanted):
    """Carry it out. Returns whether anything became of it."""
    evaluating = wanted == "measured"
    if evaluating and any(one not in SHARES for _, old, new in plan.acts for one in (old, new)):
        state.report.refused("output_loss", "same", reason="what it gives now is measured as it is")
        return False
    for part, _, new in plan.acts:
        activations.become(state, part, new, evaluating)
    if wanted == "both" and plan.loss is not None:
        state.recompile(model, loss=plan.loss)
    elif plan.loss is not None:
        losses.replace(state, model, plan.loss, where=losses.EVALUATING if evaluating else losses.TRAINING, shown=True)
    if plan.classes:
        _classes(state, model, plan.classes, wanted)
    return True


def _classes(state, model, classes, wanted):
    """Two targets of any kind are told to the loss, and where the model is trained so to the metrics, as 0 and 1."""
    low, high = classes

    def known(y):
        return (state.ops.cast(y, "float32") - low) / (high - low)

    for where in (losses.TRAINING, losses.EVALUATING):
        if wanted == "both" or (where == losses.EVALUATING) is (wanted == "measured"):
            losses.replace(state, model, change=lambda y_true, y_pred: (known(y_true), y_pred), where=where, shown=True)
    if wanted != "measured" and model not in state.renamed:
        state.renamed.add(model)

        def metrics(original):
            def compute(x, y, y_pred, sample_weight=None):
                return original(x, known(y), y_pred, sample_weight)

            return compute

        overridden(model, "compute_metrics", metrics)


def loss_of(state, model, logits):
    """The compiled cross-entropy as one that takes logits, or probabilities; None where it does so or is no such loss."""
    found = model.loss[0] if isinstance(model.loss, (list, tuple)) else model.loss
    name = found if isinstance(found, str) else getattr(found, "__name__", None) or type(found).__name__
    kind = next((one for one in CLASSES if one.lower() == name.replace("_", "").lower()), None)
    if kind is None or compiled.loss(model)[2] == logits:
        return None
    config = found.get_config() if hasattr(found, "get_config") else {}
    return getattr(state.keras.losses, kind)(from_logits=logits, **{key: value for key, value in config.items() if key in KEPT})


def one_of(model, acts, wanted):
    """What becomes of each activation so that one is left: the last that is the wanted one."""
    if not acts:
        return [(structure.tail(model)[0], "linear", wanted)]
    at = max((place for place, (_, name) in enumerate(acts) if name == wanted), default=len(acts) - 1)
    ends = [(part, name, wanted if place == at else "linear") for place, (part, name) in enumerate(acts)]
    return [one for one in ends if one[1] != one[2]]


def _none(acts):
    return [(part, name, "linear") for part, name in acts]


def cross(state, model, acts, y):
    """The plan for a cross-entropy; None where nothing is wrong."""
    _, canonical, logits, _ = compiled.loss(model)
    count, names = structure.units(model), [name for _, name in acts]
    binary = canonical == "binary-cross-entropy" or count == 1
    classes = None
    if y is not None and len(y) and canonical == "binary-cross-entropy" and count == 1 and not ((y >= 0) & (y <= 1)).all():
        if targets.distinct(y) != 2:
            return _no_classes(state, acts, y)
        classes = float(y.min()), float(y.max())
    wanted = "sigmoid" if binary else "softmax"
    if canonical == "binary-cross-entropy" and names == ["softmax"] and count and count > 1:
        return None
    plan = _ends(state, model, acts, names, wanted, logits)
    if classes:
        plan = plan or Plan("")
        plan.classes = classes
        plan.how = ", ".join(one for one in (plan.how, f"(y - {classes[0]:g}) / {classes[1] - classes[0]:g}") if one)
    return plan


def _ends(state, model, acts, names, wanted, logits):
    if not names and logits:
        return None
    if not names and wanted == "sigmoid":
        # metrics that count from 0.5 on go with probabilities
        return Plan('activation="sigmoid"', one_of(model, acts, wanted))
    if not names:
        return Plan("from_logits=True", loss=loss_of(state, model, True))
    if names == [wanted]:
        return Plan("from_logits=False", loss=loss_of(state, model, False)) if logits else None
    if logits and wanted not in names:
        return Plan("no activation, from_logits=True", _none(acts))
    loss = loss_of(state, model, False) if logits else None
    return Plan(f'one activation="{wanted}"' + (", from_logits=False" if logits else ""), one_of(model, acts, wanted), loss)


def _no_classes(state, acts, y):
    """A binary cross-entropy of one unit on more than two targets beyond 0 and 1."""
    if targets.whole(y) and targets.distinct(y) <= 100:
        state.report.refused("output_loss", "unsupported", reason=f"one unit for targets from {y.min():g} to {y.max():g}")
        return Plan(None)
    return Plan('loss="mse"', _none(acts), state.keras.losses.MeanSquaredError())


def regression(state, model, acts, y):
    """The plan for a loss of numbers; None where nothing is wrong."""
    count, names = structure.units(model), [name for _, name in acts]
    known = y is not None and len(y) > 0
    if known and targets.ids(y) and count and count > 1 and count >= y.max() + 1 and targets.one_each(y):
        soft = "softmax" in names
        ends = one_of(model, acts, "softmax") if soft else _none(acts)
        loss = state.keras.losses.SparseCategoricalCrossentropy(from_logits=not soft)
        return Plan(f"SparseCategoricalCrossentropy(from_logits={not soft})", ends, loss)
    if not acts:
        if known and targets.ids(y) and count == 1 and 2 < targets.distinct(y) <= 100:
            state.report.refused("output_loss", "unsupported", reason=f"one unit for {targets.distinct(y)} classes")
            return Plan(None)
        return None
    reach = {"sigmoid": (0, 1), "softmax": (0, 1), "tanh": (-1, 1)}.get(names[-1])
    if reach and known and y.min() >= reach[0] and y.max() <= reach[1] and not (count == 1 and names[-1] == "softmax"):
        return None
    return Plan("no activation", _none(acts))
