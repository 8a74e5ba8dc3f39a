"""The numbers that variables hold: on a JAX backend they are away from the model while it trains."""

import weakref

from . import arrays


def held(model, kind):
    """Tensors of the model's variables. `kind`: trainable, non_trainable or optimizer; in the order of the model's own lists."""
    state = getattr(model, "_jax_state", None)
    if state and not getattr(model, "_jax_state_synced", True):
        found = state.get(kind + "_variables")
        if found is not None:
            return list(found)
    return [raw(one) for one in listed(model, kind)]


def listed(model, kind):
    """The variables themselves."""
    if kind == "optimizer":
        found = model.optimizer.variables
        return list(found() if callable(found) else found)
    return list(model.trainable_variables if kind == "trainable" else model.non_trainable_variables)


def raw(variable):
    """A variable's tensor as it is now."""
    value = getattr(variable, "value", variable)
    return value() if callable(value) else value


def copies(model, kind, most=None):
    """The same as NumPy arrays of their own. `most`: only so many rows' worth of values of each, flat."""
    if most is None:
        return [arrays.plain(one) for one in held(model, kind)]
    return [arrays.plain(_head(one, most)) for one in held(model, kind)]


def _head(tensor, most):
    """The first values of a tensor, without copying the rest."""
    if not len(tensor.shape):
        return tensor
    row = 1
    for length in tensor.shape[1:]:
        row *= int(length)
    return tensor[: max(1, most // max(1, row))]


def size(model):
    """How many numbers the model's variables hold."""
    total = 0
    for one in model.weights:
        count = 1
        for length in one.shape:
            count *= int(length or 0)
        total += count
    return total


def rate(model):
    """The learning rate now as a float, freed of what 32 bits made of it; NaN where it is not to be had cheaply."""
    from . import compiled

    one = compiled.optimizer(model)
    try:
        schedule = getattr(one, "_learning_rate", None)
        if callable(schedule) and hasattr(schedule, "get_config"):
            steps = _of(model, one, "iterations")
            return _digits(float(arrays.plain(schedule(int(steps)))))
        return _digits(float(_of(model, one, "_learning_rate" if hasattr(one, "_learning_rate") else "learning_rate")))
    except Exception:  # an optimizer of the user's own may hold it elsewhere
        return float("nan")


def averaged(model):
    """Whether a metric called loss was given the loss of a step: then what is told under its name is a mean."""
    state = getattr(model, "_jax_state", None)
    away = state.get("metrics_variables") if state and not getattr(model, "_jax_state_synced", True) else None
    held_now = {id(one): value for one, value in zip(getattr(model, "metrics_variables", ()), away or ())}
    for metric in model.metrics:
        if metric.name == "loss":
            counts = [one for one in getattr(metric, "variables", ()) if "count" in one.name]
            return any(float(arrays.plain(held_now.get(id(one), raw(one) if not away else 0.0))) > 0 for one in counts)
    return False


def _of(model, one, name):
    """An optimizer's variable as NumPy, wherever it is."""
    variable = getattr(one, name)
    if isinstance(variable, (int, float)):
        return variable
    state = getattr(model, "_jax_state", None)
    if state and not getattr(model, "_jax_state_synced", True):
        for known, value in zip(listed(model, "optimizer"), state.get("optimizer_variables") or ()):
            if known is variable:
                return arrays.plain(value)
    return arrays.plain(raw(variable))


def reference(model):
    """A weak reference to a model; a strong one where it takes none."""
    try:
        return weakref.ref(model)
    except TypeError:
        return lambda: model


def _digits(value):
    return float(f"{value:.7g}")
