"""What is trained and how: parameters that were frozen, and a model that computes as if it were evaluated."""

from whyloss.keras import answer, layers

from .state import overridden


def _frozen(model):
    """Layers whose weights are not trained although they could be."""
    known = [*layers.flat(model), *(getattr(model, "layers", None) or [])]
    found = [one for one in known if not one.trainable and not hasattr(one, "adapt")]
    return list({id(one): one for one in ([model] if not model.trainable else []) + found}.values())


def free(state, model):
    """`all_parameters`, before a model is compiled. Returns whether anything was frozen."""
    found = _frozen(model)
    if not found:
        return False
    keep = [one for one in layers.flat(model) if hasattr(one, "adapt")]
    kept = [one.trainable for one in keep]
    model.trainable = True
    for one in found:
        one.trainable = True
    for one, was in zip(keep, kept):
        one.trainable = was
    state.report.applied("all_parameters", "trainable=True", layers=[one.name for one in found][:50])
    return True


def again(state, model):
    """The same where a layer was frozen, or built, since."""
    if free(state, model):
        optimizer = model.optimizer
        if getattr(optimizer, "built", False) or getattr(optimizer, "_built", False):
            # one that was built knows the variables of then only
            config = optimizer.get_config()
            state.recompile(model, optimizer=type(optimizer).from_config(config))
        else:
            state.recompile(model)
    state.report.refused("all_parameters", "same", reason="nothing is frozen")


def mode(state, model):
    """`train_mode`: a step of the user's own may leave out `training=True`; a normalisation may be frozen."""
    norms = [one for one in layers.flat(model) if "BatchNormalization" in type(one).__name__ and not one.trainable]
    for one in norms:
        one.trainable = True
    if norms:
        state.recompile(model)
        state.report.applied("train_mode", "trainable=True", layers=[one.name for one in norms])
    if not answer.own_step(model):
        state.report.refused("train_mode", "same")
        return

    def call(original):
        def training_one(*args, **kwargs):
            if not state.evaluating and state.fitting and kwargs.get("training") is not True:
                kwargs["training"] = True
            return original(*args, **kwargs)

        return training_one

    if getattr(model, "_call_has_training_arg", True):
        overridden(model, "call", call)
        state.report.applied("train_mode", "training=True")
    state.report.refused("train_mode", "unsupported", reason="the model's call takes no training")
