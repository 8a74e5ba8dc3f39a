# Three times the epochs, from where the last run ended.
import keras
import numpy as np

keras.utils.set_random_seed(0)
x = np.random.randn(64, 8).astype("float32")
y = x.sum(1, keepdims=True)
model = keras.Sequential([keras.layers.Dense(1)])
model.compile(optimizer=keras.optimizers.SGD(0.02), loss="mse")
short = model.fit(x, y, batch_size=64, epochs=10, verbose=0).history["loss"]
# shown
history = model.fit(
    x, y, initial_epoch=10, epochs=30, batch_size=64, verbose=0
)
# end
assert history.epoch[0] == 10
assert history.history["loss"][-1] < 0.6 * short[-1]
