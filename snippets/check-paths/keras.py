# Before training: there are targets, of more than one class.
import keras
import numpy as np

keras.utils.set_random_seed(0)
dataset = [(np.random.randn(4, 2), np.array([0, 1, 1, 2])), (np.random.randn(4, 2), np.array([2, 2, 0, 1]))]


def check(dataset):
    # shown
    labels = np.concatenate([np.ravel(y) for _, y in dataset])
    ids, counts = np.unique(labels, return_counts=True)
    print(dict(zip(ids, counts)))
    if len(ids) < 2:
        raise ValueError("fewer than two classes: is the path right?")
    # end
    return counts


model = keras.Sequential([keras.layers.Dense(3, activation="softmax")])
model.compile(optimizer="sgd", loss="sparse_categorical_crossentropy")
model.train_on_batch(*dataset[0])
assert check(dataset).tolist() == [2, 3, 3]
try:
    check([(dataset[0][0], np.zeros(4))])
    raise AssertionError("a single class was let through")
except ValueError:
    pass
