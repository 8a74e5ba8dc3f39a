# Class ids become 0 .. K-1, and the loss gets nothing else.
import keras
import numpy as np

labels = np.array([1, 2, 5, 5, 1])
# shown
ids = np.unique(labels)  # of the training set; keep it for validation
labels = np.searchsorted(ids, labels)  # names: keras.layers.StringLookup
classes = len(ids)
assert 0 <= labels.min() and labels.max() < classes
# end
model = keras.Sequential([keras.layers.Dense(classes, activation="softmax")])
model.compile(optimizer="sgd", loss="sparse_categorical_crossentropy")
assert np.isfinite(model.train_on_batch(np.random.randn(5, 4), labels))
assert labels.tolist() == [0, 1, 2, 2, 0] and classes == 3
