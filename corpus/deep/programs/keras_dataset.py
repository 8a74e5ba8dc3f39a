"""Digits through an input pipeline of tf.data."""

import os

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")

import argparse

import numpy as np
import tensorflow as tf
from sklearn import datasets
from tensorflow import keras

flags = argparse.ArgumentParser()
flags.add_argument("--epochs", type=int, default=6)
flags.add_argument("--batch_size", type=int, default=64)
flags.add_argument("--learning_rate", type=float, default=0.001)
flags.add_argument("--lr", type=float, dest="learning_rate")
flags.add_argument("--seed", type=int, default=123)
FLAGS = flags.parse_args()
keras.utils.set_random_seed(FLAGS.seed)

AUTOTUNE = tf.data.AUTOTUNE
BATCH_SIZE = FLAGS.batch_size

digits = datasets.load_digits()
images, labels = digits.images[..., np.newaxis], digits.target
shuffled = np.random.permutation(len(images))
images, labels = images[shuffled], labels[shuffled]
split = int(len(images) * 0.8)
train_images, train_labels = images[:split], labels[:split]
test_images, test_labels = images[split:], labels[split:]


def preprocess(image, label):
    image = tf.cast(image, tf.float32) / 16.0
    return image, label


train_ds = tf.data.Dataset.from_tensor_slices((train_images, train_labels))
train_ds = train_ds.map(preprocess, num_parallel_calls=AUTOTUNE)
train_ds = train_ds.cache().shuffle(len(train_images)).batch(BATCH_SIZE).prefetch(AUTOTUNE)
test_ds = tf.data.Dataset.from_tensor_slices((test_images, test_labels))
test_ds = test_ds.map(preprocess, num_parallel_calls=AUTOTUNE)
test_ds = test_ds.batch(BATCH_SIZE).cache().prefetch(AUTOTUNE)

model = keras.models.Sequential([
    keras.layers.Conv2D(16, (3, 3), padding="same", activation="relu", input_shape=(8, 8, 1)),
    keras.layers.MaxPooling2D((2, 2)),
    keras.layers.Conv2D(32, (3, 3), padding="same", activation="relu"),
    keras.layers.Flatten(),
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dense(10),
])
model.compile(
    optimizer=keras.optimizers.RMSprop(FLAGS.learning_rate),
    loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    metrics=[keras.metrics.SparseCategoricalAccuracy(name="acc")],
)
model.fit(train_ds, epochs=FLAGS.epochs, validation_data=test_ds, verbose=2)
results = model.evaluate(test_ds, verbose=0, return_dict=True)
print({name: round(float(value), 4) for name, value in results.items()})
