# The gradient is cut to a norm of 1: an outlier no longer throws the weights away.
import keras
import numpy as np

keras.utils.set_random_seed(0)
x = np.random.randn(64, 8).astype("float32")
y = 1000 * x.sum(1, keepdims=True)
model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1)])
before = model.get_weights()
# shown
# global_clipnorm is of all gradients together, clipnorm of each weight
optimizer = keras.optimizers.SGD(0.1, global_clipnorm=1.0)
model.compile(optimizer=optimizer, loss="mse")
model.fit(x, y, batch_size=64, epochs=1, verbose=0)
# end
moved = [(a - b).ravel() for a, b in zip(model.get_weights(), before)]
assert abs(np.linalg.norm(np.concatenate(moved)) - 0.1) < 1e-3
