"""A second answer in Keras 2, which has no scope for it: the values are put into the variables and taken out again.

Nothing else runs between: all of it happens between two steps, in the thread that trains.
"""

import tensorflow as tf

from .answer import Answer, Asking, heard, keras_of, penalties, undropped


class ByKeras2(Asking):
    """Of one model."""

    def ask(self, trainable, rest, batch, training=True):
        """The answer to a batch with these values of the variables; gradients where it is asked in train mode."""
        model = self._model
        x, y, weight = tf.nest.map_structure(lambda one: one if one is None else tf.convert_to_tensor(one), tuple(batch))
        values = list(zip(model.trainable_variables, trainable)) + list(zip(model.non_trainable_variables, rest))
        metrics = [one for metric in getattr(model.compiled_loss, "metrics", ()) for one in metric.weights]
        kept = [(one, one.numpy()) for one in [pair[0] for pair in values] + metrics]
        seeds = _seeds(keras_of(model))
        try:
            for one, value in values:
                one.assign(value)
            with tf.GradientTape() as tape, undropped(model), heard(keras_of(model).layers.Layer, model) as outputs:
                output = model(x, training=training)
                loss, penalty = model.compute_loss(x, y, output, weight), penalties(model)
            gradients = tape.gradient(loss, model.trainable_variables) if training else None
            return Answer(loss, penalty, gradients, output, outputs)
        finally:
            for one, value in kept:
                one.assign(value)
            for generator, state in seeds:
                generator.setstate(state)


def _seeds(keras):
    """The generators from which operations without a seed get theirs, with their states."""
    from tensorflow.python.eager import context

    found = [getattr(context.context(), "_rng", None)]
    for path in ("src.backend", "backend"):
        try:
            module = __import__(f"{keras.__name__}.{path}", fromlist=["_SEED_GENERATOR"])
            found.append(getattr(module._SEED_GENERATOR, "generator", None))
            break
        except (ImportError, AttributeError):
            continue
    return [(one, one.getstate()) for one in found if hasattr(one, "getstate")]
