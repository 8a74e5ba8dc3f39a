"""A second answer on TensorFlow, computed eagerly: to trace a function costs more than the few looks that ask it."""

import tensorflow as tf

from .answer import Answer, Asking, forward


class ByTensorflow(Asking):
    """Of one model."""

    def ask(self, trainable, rest, batch, training=True):
        """The answer to a batch with these values of the variables; gradients where it is asked in train mode."""
        trainable = [tf.convert_to_tensor(one) for one in trainable]
        with tf.device("CPU:0") if not tf.config.list_logical_devices("GPU") else tf.device("GPU:0"):
            if not training:
                loss, penalty, output, outputs = forward(self._model, trainable, rest, batch, False)
                return Answer(loss, penalty, None, output, outputs)
            with tf.GradientTape(watch_accessed_variables=False) as tape:
                tape.watch(trainable)
                loss, penalty, output, outputs = forward(self._model, trainable, rest, batch, True)
            return Answer(loss, penalty, tape.gradient(loss, trainable), output, outputs)
