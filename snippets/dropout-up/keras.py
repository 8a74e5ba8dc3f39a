# Dropout before the last layer: on in training, off in evaluation.
import keras
import numpy as np

keras.utils.set_random_seed(0)
hidden, classes = 64, 3
# shown
model = keras.Sequential([
    keras.layers.Dense(hidden, activation="relu"),
    keras.layers.Dropout(0.3),
    keras.layers.Dense(classes, activation="softmax"),
])
# end
x = np.random.randn(16, 8).astype("float32")
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
model.train_on_batch(x, np.zeros(16))
assert not np.allclose(model(x, training=True), model(x, training=True))
assert np.allclose(model(x, training=False), model(x, training=False))
