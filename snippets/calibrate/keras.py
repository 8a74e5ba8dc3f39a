# A temperature is fitted on the validation set: confidence comes down to what the accuracy allows.
import keras
import numpy as np
from scipy.optimize import minimize_scalar

keras.utils.set_random_seed(0)
labels = np.random.randint(0, 2, 400)
right = np.random.rand(400) < 0.8
logits = 10.0 * np.eye(2, dtype="float32")[np.where(right, labels, 1 - labels)]
# shown
# logits, labels: of the validation set, from the trained model
loss_fn = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
best = minimize_scalar(
    lambda log_t: float(loss_fn(labels, logits / np.exp(log_t))),
    bounds=(-3, 5), method="bounded",
)
probabilities = keras.ops.softmax(logits / np.exp(best.x))
# end
assert abs(np.max(probabilities, axis=1).mean() - right.mean()) < 0.02
