# One permutation for inputs and labels, and ten pairs to look at.
import keras
import numpy as np

keras.utils.set_random_seed(0)
inputs = np.arange(100.0).reshape(100, 1)
labels = (inputs[:, 0] % 7).astype(int)
# shown
order = np.random.permutation(len(inputs))
inputs, labels = inputs[order], labels[order]  # never one of them alone
for i in np.random.randint(len(inputs), size=10):
    print(inputs[i], labels[i])  # or show the image with its label
# end
model = keras.Sequential([keras.layers.Dense(7, activation="softmax")])
model.compile(optimizer="sgd", loss="sparse_categorical_crossentropy")
model.train_on_batch(inputs, labels)
assert np.array_equal(inputs[:, 0] % 7, labels) and inputs[0, 0] != 0
