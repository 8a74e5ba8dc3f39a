"""The few operations that changes are made of, of Keras 3's backends and of TensorFlow under Keras 2."""


class Ops:
    """By one set of names."""

    def __init__(self, keras):
        ops = keras.ops
        self.cast, self.where, self.finite = ops.cast, ops.where, ops.isfinite
        self.minimum, self.cos, self.exp, self.still, self.tensor = ops.minimum, ops.cos, ops.exp, ops.stop_gradient, ops.convert_to_tensor
        self.zeros_like, self.rank = ops.zeros_like, lambda one: len(one.shape)


class Legacy:
    """TensorFlow's own."""

    def __init__(self):
        import tensorflow as tf

        self.cast, self.where, self.finite = tf.cast, tf.where, tf.math.is_finite
        self.minimum, self.cos, self.exp, self.still, self.tensor = tf.minimum, tf.cos, tf.exp, tf.stop_gradient, tf.convert_to_tensor
        self.zeros_like, self.rank = tf.zeros_like, lambda one: len(one.shape)


def ops_of(keras):
    """Those of this Keras."""
    return Ops(keras) if hasattr(keras, "StatelessScope") else Legacy()
