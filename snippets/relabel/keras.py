# An input that carries several labels keeps the one that most of its rows say.
import keras
import numpy as np

x = np.array([[1, 2], [1, 2], [1, 2], [3, 4], [5, 6], [5, 6]], "float32")
labels = np.array([0, 0, 1, 1, 2, 2])
classes = 3
# shown
inputs, which = np.unique(x, axis=0, return_inverse=True)
votes = np.zeros((len(inputs), classes))
np.add.at(votes, (which.ravel(), labels), 1)
conflicts = inputs[(votes > 0).sum(1) > 1]
print(len(conflicts), "inputs carry several labels")
labels = votes.argmax(1)[which.ravel()]
# or keep the shares as soft targets: votes / votes.sum(1, keepdims=True)
# end
model = keras.Sequential([keras.layers.Dense(classes, activation="softmax")])
model.compile(optimizer="sgd", loss="sparse_categorical_crossentropy")
model.train_on_batch(x, labels)
assert conflicts.tolist() == [[1, 2]] and labels.tolist() == [0, 0, 0, 1, 2, 2]
