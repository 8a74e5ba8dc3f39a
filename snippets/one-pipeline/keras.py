# Preprocessing is part of the model: no split can go round it.
import keras
import numpy as np

keras.utils.set_random_seed(0)
x_train = np.random.randint(0, 256, (32, 4, 4, 1)).astype("float32")
network = keras.Sequential([keras.layers.Flatten(), keras.layers.Dense(2, activation="softmax")])
# shown
preprocess = keras.Sequential([
    keras.layers.Rescaling(1 / 255),
    keras.layers.RandomFlip("horizontal"),  # acts in training only
])
model = keras.Sequential([preprocess, network])
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
# raw images go in: fit, evaluate, predict, and after saving too
# end
model.train_on_batch(x_train, np.zeros(32))
assert np.allclose(preprocess(x_train, training=False), x_train / 255)
