"""A second answer to a batch that was trained on, with weights that are given: the model's own variables stay as they are.

Keras 3 computes within a scope in which variables have the values that one gives them, and in which what a layer
would write (running statistics, seeds) is written nowhere. Dropout is off in every answer.
"""

import sys
from contextlib import contextmanager

from . import arrays, layers

DROPS = ("Dropout", "SpatialDropout1D", "SpatialDropout2D", "SpatialDropout3D", "AlphaDropout", "GaussianDropout")

UNHEARD = (None, "linear", "softmax", "log-softmax")
"""what a layer does to its sums that has nothing to die or to saturate"""


class Answer:
    """What one answer gave: the loss and the penalties in it (floats), the gradients by variable, the output, and what
    layers put out as (layer, array)."""

    def __init__(self, loss, penalty, gradients, output, outputs):
        self.loss = float(arrays.plain(loss))
        self.penalty = float(arrays.plain(penalty)) if penalty is not None else 0.0
        self.gradients = [arrays.plain(_dense(one)) for one in gradients] if gradients is not None else None
        self.output = arrays.plain(output)
        found = ((layer, arrays.plain(one)) for layer, one in outputs)
        self.outputs = [(layer, one) for layer, one in found if one is not None]


class Asking:
    """The way to second answers of one model; `ask(trainable, rest, batch, training)` is its backend's own."""

    def __init__(self, model):
        self._model = model

    def ready(self, wait=False):
        """Whether it can be asked now. `wait`: for what makes it so."""
        return True


def _dense(gradient):
    """A gradient of an embedding comes as rows and their places."""
    if type(gradient).__name__ != "IndexedSlices":
        return gradient
    import tensorflow as tf

    return tf.convert_to_tensor(gradient)


def keras_of(model):
    """The Keras that a model is of: `keras`, or the `tf_keras` of another name."""
    for base in type(model).__mro__:
        name = base.__module__.split(".")[0]
        if name in ("keras", "tf_keras"):
            return sys.modules[name]
    return sys.modules["keras"]


def backend(model):
    """tensorflow, jax or torch; `legacy` of Keras 2."""
    keras = keras_of(model)
    return keras.backend.backend() if hasattr(keras, "StatelessScope") else "legacy"


def open_for(model):
    """The way to a second answer of this model; None on a backend that is not known."""
    name = backend(model)
    if name == "tensorflow":
        from .by_tensorflow import ByTensorflow as kind
    elif name == "jax":
        from .by_jax import ByJax as kind
    elif name == "torch":
        from .by_torch import ByTorch as kind
    elif name == "legacy":
        from .by_keras2 import ByKeras2 as kind
    else:
        return None
    return kind(model)


def forward(model, trainable, rest, batch, training):
    """(loss, its penalties or None, output, [(layer, output)]) as the backend's tensors.

    `trainable` and `rest`: values of the model's variables.
    """
    x, y, weight = batch
    keras = keras_of(model)
    zeros = [(one, keras.ops.zeros(one.shape, one.dtype)) for one in model.metrics_variables]
    mapping = list(zip(model.trainable_variables, trainable)) + list(zip(model.non_trainable_variables, rest)) + zeros
    with keras.StatelessScope(state_mapping=mapping), undropped(model), heard(keras.layers.Layer, model) as outputs:
        output = model(x, training=training)
        loss = model.compute_loss(x=x, y=y, y_pred=output, sample_weight=weight)
        penalty = penalties(model)
    return loss, penalty, output, outputs


def penalties(model):
    """The sum of what layers add to the loss, their regularization; None where they add nothing."""
    found = list(model.losses)
    return sum(found[1:], found[0]) if found else None


@contextmanager
def undropped(model):
    """No layer of the model drops anything within."""
    kept = [(one, one.rate) for one in layers.flat(model) if type(one).__name__ in DROPS]
    try:
        for one, _ in kept:
            one.rate = 0.0
        yield
    finally:
        for one, rate in kept:
            one.rate = rate


@contextmanager
def heard(kind, model):
    """Collects what the layers of the model put out that are an activation or have one. `kind`: the class of all layers."""
    wanted = {id(one) for one in layers.flat(model) if layers.activation(one) not in UNHEARD and not layers.recurrent(one)}
    seen = []
    original = kind.__call__

    def __call__(layer, *args, **kwargs):
        out = original(layer, *args, **kwargs)
        if id(layer) in wanted and len(seen) < layers.MOST_LAYERS:
            seen.append((layer, out))
        return out

    kind.__call__ = __call__
    try:
        yield seen
    finally:
        kind.__call__ = original


def own_step(model):
    """Whether a step is the user's own."""
    base = keras_of(model).Model
    return any(getattr(type(model), name, None) is not getattr(base, name, None) for name in ("train_step", "make_train_function"))


def answerable(model):
    """Whether a batch's loss is what `compile` was told: no step of the user's own, one process, one device."""
    if own_step(model) or getattr(model, "_distribute_strategy", None) is not None and type(model._distribute_strategy).__name__ != "_DefaultDistributionStrategy":
        return False
    return model.loss is not None and not getattr(model, "run_eagerly", False)


def each(model, target, output):
    """The losses of the single examples of a batch, floats; None where the compiled loss gives none."""
    keras = keras_of(model)
    found = model.loss
    if isinstance(found, (list, tuple, dict)):
        return None
    function = keras.losses.get(found) if isinstance(found, str) else getattr(found, "fn", None) or found
    settings = getattr(found, "_fn_kwargs", None) or {}
    try:
        values = arrays.plain(function(target, output, **settings))
    except Exception:  # a loss of the user's own may take no single batch
        return None
    if values is None or values.ndim == 0 or len(values) != len(output):
        return None
    return [float(one) for one in values.reshape(len(values), -1).mean(1)]
