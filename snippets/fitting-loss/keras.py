# The loss follows from the task.
import keras
import numpy as np

keras.utils.set_random_seed(0)
classes = 3
# shown
last = {  # the task: the activation of the last layer, and the loss
    "one of K classes": ("softmax", "sparse_categorical_crossentropy"),
    "one-hot classes": ("softmax", "categorical_crossentropy"),
    "yes or no, or several labels": ("sigmoid", "binary_crossentropy"),
    "a value": (None, "mse"),
    "a value, with outliers": (None, "huber"),
    "a count": ("exponential", "poisson"),
}
# end
targets = {
    "one of K classes": np.arange(6) % classes,
    "one-hot classes": np.eye(classes)[np.arange(6) % classes],
    "yes or no, or several labels": np.eye(classes)[np.arange(6) % classes],
    "a value": np.random.randn(6, classes),
    "a value, with outliers": np.random.randn(6, classes),
    "a count": np.arange(18).reshape(6, classes) % 5,
}
x = np.random.randn(6, 4).astype("float32")
for task, (activation, loss) in last.items():
    model = keras.Sequential([keras.layers.Dense(classes, activation=activation)])
    model.compile(optimizer="sgd", loss=loss, run_eagerly=True)
    assert np.isfinite(model.train_on_batch(x, targets[task])), task
