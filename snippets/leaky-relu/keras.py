# Leaky ReLU lets a gradient through where ReLU is dead.
import keras
import numpy as np

keras.utils.set_random_seed(0)
x = np.random.randn(32, 4).astype("float32")


def movement(layers):
    model = keras.Sequential([keras.Input((4,)), *layers, keras.layers.Dense(1)])
    weights = model.get_weights()
    weights[1][:] = -10.0  # every unit is below 0 for every input
    model.set_weights(weights)
    model.compile(optimizer=keras.optimizers.SGD(0.1), loss="mse")
    model.train_on_batch(x, np.ones((32, 1)))
    return np.abs(model.get_weights()[0] - weights[0]).max()


# shown
layers = [
    keras.layers.Dense(8, kernel_initializer="he_normal"),
    keras.layers.LeakyReLU(negative_slope=0.01),
]
# end
assert movement([keras.layers.Dense(8, activation="relu")]) == 0
assert movement(layers) > 0
