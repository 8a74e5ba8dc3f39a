# The loss knows that it gets logits: it falls below what a doubled softmax allows.
import keras
import numpy as np

keras.utils.set_random_seed(0)
classes = 3
x = np.random.randn(90, 4).astype("float32")
labels = x[:, :classes].argmax(1)
# shown
# labels 0 .. K-1; for one-hot labels CategoricalCrossentropy
model = keras.Sequential([keras.layers.Dense(classes)])
model.compile(
    optimizer=keras.optimizers.Adam(0.1),
    loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
)
# two classes: Dense(1) and BinaryCrossentropy(from_logits=True)
# end
history = model.fit(x, labels, batch_size=90, epochs=40, verbose=0)
loss_fn = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
floor = float(loss_fn(labels, np.eye(3)[labels]))  # a softmax before the loss cannot go below
assert history.history["loss"][-1] < 0.9 * floor
