# Every epoch has its own order; each batch mixes the classes.
import keras
import numpy as np
import tensorflow as tf

keras.utils.set_random_seed(0)
labels = np.arange(4).repeat(64)  # sorted by class
x = np.random.randn(256, 2).astype("float32")
# shown
# arrays: fit(shuffle=True) is the default. A tf.data set shuffles itself,
# before batch(), with a buffer as large as the data where memory allows
dataset = tf.data.Dataset.from_tensor_slices((x, labels))
dataset = dataset.shuffle(len(x)).batch(32)
# end
model = keras.Sequential([keras.layers.Dense(4, activation="softmax")])
model.compile(optimizer="sgd", loss="sparse_categorical_crossentropy")
model.fit(dataset, verbose=0)
assert all(len(np.unique(y)) > 1 for _, y in dataset)
first, second = (np.concatenate([y for _, y in dataset]) for _ in range(2))
assert not np.array_equal(first, second)
