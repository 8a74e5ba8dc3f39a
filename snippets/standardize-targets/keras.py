# The targets are standardised for the loss, and what is predicted is scaled back.
import keras
import numpy as np

keras.utils.set_random_seed(0)
x = np.random.randn(64, 4).astype("float32")
y = 2e5 + 5e4 * x.sum(1, keepdims=True)
model = keras.Sequential([keras.layers.Dense(1)])
model.compile(optimizer=keras.optimizers.SGD(0.3), loss="mse")
# shown
mean, std = y.mean(), y.std()  # of the training set
model.fit(x, (y - mean) / std, batch_size=64, epochs=20, verbose=0)
predicted = model.predict(x, verbose=0) * std + mean
# end
assert np.abs(predicted - y).mean() < 0.02 * y.std()
