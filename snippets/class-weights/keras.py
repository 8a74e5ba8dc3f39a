# Each class weighs as much as the others, however rare it is.
import keras
import numpy as np

keras.utils.set_random_seed(0)
labels = np.array([0] * 95 + [1] * 5)
x = (np.random.randn(100, 2) + labels[:, None]).astype("float32")
classes = 2
model = keras.Sequential([keras.layers.Dense(classes, activation="softmax")])
model.compile(optimizer=keras.optimizers.Adam(0.1), loss="sparse_categorical_crossentropy")
# shown
counts = np.bincount(labels, minlength=classes).clip(1)
weight = dict(enumerate(len(labels) / (classes * counts)))
model.fit(
    x, labels, class_weight=weight, batch_size=100, epochs=30, verbose=0
)
# end
assert weight[1] == 10
assert np.mean(model.predict(x, verbose=0).argmax(1)[labels == 1]) >= 0.6
