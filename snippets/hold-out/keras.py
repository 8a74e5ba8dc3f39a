# A fifth of the data is held out and measured after each epoch.
import keras
import numpy as np

keras.utils.set_random_seed(0)
x = np.random.randn(100, 4).astype("float32")
y = x.sum(1, keepdims=True)
model = keras.Sequential([keras.layers.Dense(1)])
model.compile(optimizer="sgd", loss="mse")
# shown
# validation_split takes the last rows as they lie: shuffle once before
order = np.random.default_rng(0).permutation(len(x))
x, y = x[order], y[order]
history = model.fit(x, y, validation_split=0.2, epochs=2, verbose=0)
# end
assert len(history.history["val_loss"]) == 2
