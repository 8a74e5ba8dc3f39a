# Each epoch sees the training images mirrored, moved and turned at random.
import keras
import numpy as np

keras.utils.set_random_seed(0)
images, labels = np.random.rand(16, 8, 8, 1).astype("float32"), np.arange(16) % 2
classifier = keras.Sequential([keras.layers.Flatten(), keras.layers.Dense(2, activation="softmax")])
# shown
augment = keras.Sequential([
    keras.layers.RandomFlip("horizontal"),
    keras.layers.RandomTranslation(0.1, 0.1),
    keras.layers.RandomRotation(0.03),
])  # acts in training only; the label must survive it
model = keras.Sequential([augment, classifier])
# end
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
model.train_on_batch(images, labels)
assert not np.allclose(augment(images, training=True), augment(images, training=True))
assert np.allclose(augment(images, training=False), images)
