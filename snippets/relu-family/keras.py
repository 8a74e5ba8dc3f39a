# ReLU or GELU instead of sigmoid: the first of eight layers learns.
import keras
import numpy as np

keras.utils.set_random_seed(1)
x, y = np.random.randn(32, 16).astype("float32"), np.ones((32, 1), "float32")


def movement(layer):
    keras.utils.set_random_seed(0)
    model = keras.Sequential([keras.Input((16,)), *[layer() for _ in range(8)], keras.layers.Dense(1)])
    before = model.get_weights()[0]
    model.compile(optimizer=keras.optimizers.SGD(0.1), loss="mse")
    model.train_on_batch(x, y)
    return np.abs(model.get_weights()[0] - before).max()


# shown
def hidden(units=16):
    return keras.layers.Dense(
        units, activation="relu"  # was "sigmoid"; in transformers "gelu"
    )


# end
assert movement(hidden) > 100 * movement(lambda: keras.layers.Dense(16, activation="sigmoid"))
