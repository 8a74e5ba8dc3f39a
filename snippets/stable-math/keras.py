# The logarithm of a softmax in one step stays finite where softmax and log do not.
import keras
import numpy as np

logits = np.array([[200.0, 0.0], [-200.0, 0.0]], "float32")
labels = np.array([1, 0])
# shown
loss_fn = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
log_probabilities = keras.ops.log_softmax(logits)  # not log(softmax(x))
# bfloat16 has float32's range; set_global_policy makes it the default
hidden = keras.layers.Dense(2, dtype="mixed_bfloat16")
# the last layer and the loss stay in float32
output = keras.layers.Dense(2, dtype="float32")
# end
assert float(loss_fn(labels, logits)) == 200
assert np.isfinite(log_probabilities).all()
assert np.isinf(keras.ops.log(keras.ops.softmax(logits))).any()
assert np.isfinite(output(hidden(np.full((2, 4), 1e6, "float32")))).all()
