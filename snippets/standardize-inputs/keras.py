# Each column of the inputs is standardised inside the model, with the statistics of the training set.
import keras
import numpy as np

keras.utils.set_random_seed(0)
x_train = (50 + np.random.randn(64, 2) * [1, 1000]).astype("float32")
y_train = x_train @ np.array([[1.0], [0.001]], "float32")
# shown
normalize = keras.layers.Normalization()
normalize.adapt(x_train)  # the training set alone
model = keras.Sequential([normalize, keras.layers.Dense(1)])
# images: keras.layers.Rescaling(1 / 255) in its place
# end
model.compile(optimizer=keras.optimizers.SGD(0.3), loss="mse")
losses = model.fit(x_train, y_train, batch_size=64, epochs=20, verbose=0).history["loss"]
assert np.abs(np.std(normalize(x_train), axis=0) - 1).max() < 1e-3
assert losses[-1] < 0.01 * losses[0]
