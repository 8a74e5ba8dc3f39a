"""Small trainings in Keras of many kinds; each prints a hash of its final weights and of the random state.

    KERAS_BACKEND=jax python keras_trainings.py [NAME ...]     # one line a training: name, hash, the next random number

What a version or a backend cannot do is printed by the name of its error, with and without the recorder alike.
"""

import hashlib
import os
import sys

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import numpy as np

try:
    import keras
except ImportError:
    from tensorflow import keras
from keras import layers

OWN = np.random.RandomState(0)
CENTRES = OWN.randn(10, 64) * 0.4
Y = OWN.randint(0, 10, 900)
X = (CENTRES[Y] + OWN.randn(900, 64) * 0.5).astype("float32")
IMAGES = X.reshape(-1, 8, 8, 1)
NUMBERS = (X @ OWN.randn(64) + OWN.randn(900)).astype("float32")


def sequential(*between, units=10, activation="softmax"):
    return keras.Sequential([keras.Input((64,)), *between, layers.Dense(units, activation=activation)])


def classifier(model, optimizer="adam", **more):
    model.compile(optimizer, "sparse_categorical_crossentropy", metrics=["accuracy"], **more)
    return model


def fitted(model, x=X, y=Y, epochs=2, **more):
    model.fit(x, y, epochs=epochs, verbose=0, **more)
    return model


def plain():
    return fitted(classifier(sequential(layers.Dense(32, activation="relu"))))


def dropout():
    between = layers.Dense(32, activation="relu"), layers.Dropout(0.3), layers.GaussianNoise(0.1)
    return fitted(classifier(sequential(*between)), validation_split=0.2)


def batch_norm():
    model = keras.Sequential([keras.Input((8, 8, 1)), layers.Conv2D(8, 3, activation="relu"), layers.BatchNormalization(),
                              layers.Flatten(), layers.Dropout(0.4), layers.Dense(10, activation="softmax")])  # fmt: skip
    return fitted(classifier(model), IMAGES, batch_size=64)


def built_late():
    model = keras.Sequential([layers.Dense(32, activation="tanh"), layers.Dense(10)])
    model.compile("sgd", keras.losses.SparseCategoricalCrossentropy(from_logits=True))
    return fitted(model)


def functional():
    given = keras.Input((64,))
    inner = layers.LayerNormalization()(layers.Dense(32, activation="relu")(given))
    model = keras.Model(given, layers.Dense(1)(inner))
    model.compile(keras.optimizers.RMSprop(1e-3), "mse", metrics=["mae"])
    callbacks = [keras.callbacks.EarlyStopping(patience=1), keras.callbacks.ReduceLROnPlateau()]
    return fitted(model, X, NUMBERS, validation_data=(X[:200], NUMBERS[:200]), callbacks=callbacks)


def generator():
    def batches():
        own = np.random.RandomState(0)
        while True:
            at = own.randint(0, len(X), 32)
            yield X[at], Y[at]

    model = classifier(sequential(layers.Dense(32, activation="relu"), layers.Dropout(0.2)))
    model.fit(batches(), steps_per_epoch=15, epochs=2, verbose=0)
    return model


def generator_that_ends():
    model = classifier(sequential(layers.Dense(32, activation="relu")))
    model.fit(((X[at : at + 32], Y[at : at + 32]) for at in range(0, 400, 32)), epochs=1, verbose=0)
    return model


def random_batches():
    class Data(getattr(keras.utils, "PyDataset", keras.utils.Sequence)):
        def __len__(self):
            return 15

        def __getitem__(self, at):
            return X[at * 32 : at * 32 + 32] + np.random.rand(), Y[at * 32 : at * 32 + 32]

    model = classifier(sequential(layers.Dense(32, activation="relu")))
    model.fit(Data(), epochs=2, verbose=0)
    return model


def dataset():
    import tensorflow as tf

    data = tf.data.Dataset.from_tensor_slices((X, Y)).shuffle(500).batch(64).prefetch(2)
    model = classifier(sequential(layers.Dense(32, activation="relu"), layers.Dropout(0.2)))
    model.fit(data, epochs=3, verbose=0, validation_data=data.take(3))
    return model


def recurrent():
    model = keras.Sequential([keras.Input((8, 8)), layers.LSTM(16, dropout=0.2), layers.Dense(10, activation="softmax")])
    return fitted(classifier(model), X.reshape(-1, 8, 8), epochs=1)


def subclass():
    class Net(keras.Model):
        def __init__(self):
            super().__init__()
            self.hidden = layers.Dense(16, activation="relu")
            self.head = layers.Dense(10, activation="softmax")

        def call(self, x, training=False):
            return self.head(self.hidden(x))

    return fitted(fitted(classifier(Net()), epochs=1), epochs=1)


def own_step():
    class Net(keras.Sequential):
        def train_step(self, *args):
            return super().train_step(*args)

    model = Net([keras.Input((64,)), layers.Dense(16, activation="relu"), layers.Dense(10, activation="softmax")])
    return fitted(classifier(model), epochs=1)


def batch_by_batch():
    model = classifier(sequential(layers.Dense(32, activation="relu")))
    for at in range(0, 800, 32):
        model.train_on_batch(X[at : at + 32], Y[at : at + 32])
    return model


def two_outputs():
    given = keras.Input((64,))
    inner = layers.Dense(32, activation="relu")(given)
    model = keras.Model(given, [layers.Dense(10, activation="softmax", name="c")(inner), layers.Dense(1, name="r")(inner)])
    model.compile("adam", {"c": "sparse_categorical_crossentropy", "r": "mse"})
    return fitted(model, X, {"c": Y, "r": NUMBERS}, epochs=1)


def weighted():
    optimizer = keras.optimizers.SGD(0.1, momentum=0.9, clipnorm=1.0)
    model = classifier(sequential(layers.Dense(32, activation="relu"), layers.Dropout(0.5)), optimizer)
    return fitted(model, class_weight={i: 1 + i / 10 for i in range(10)}, validation_split=0.1, shuffle=False)


def diverging():
    model = sequential(layers.Dense(32, activation="relu"), units=1, activation=None)
    model.compile(keras.optimizers.SGD(10.0), "mse")
    return fitted(model, X, NUMBERS)


def bfloat16():
    keras.mixed_precision.set_global_policy("mixed_bfloat16")
    try:
        model = keras.Sequential([keras.Input((64,)), layers.Dense(32, activation="relu"), layers.Dense(10),
                                  layers.Activation("softmax", dtype="float32")])  # fmt: skip
        return fitted(classifier(model), epochs=1)
    finally:
        keras.mixed_precision.set_global_policy("float32")


def several_steps_at_once():
    return fitted(classifier(sequential(layers.Dense(32, activation="relu")), steps_per_execution=4))


def stopped_within():
    class Stop(keras.callbacks.Callback):
        def on_train_batch_end(self, batch, logs=None):
            if batch == 20:
                self.model.stop_training = True

    model = fitted(classifier(sequential(layers.Dense(32, activation="relu"), layers.Dropout(0.3))), callbacks=[Stop()])
    model.predict(X[:5], verbose=0)
    return model


def embedding():
    model = keras.Sequential([keras.Input((16,)), layers.Embedding(50, 8), layers.GlobalAveragePooling1D(),
                              layers.Dense(10, activation="softmax")])  # fmt: skip
    return fitted(classifier(model), np.random.RandomState(1).randint(0, 50, (900, 16)))


ALL = [plain, dropout, batch_norm, built_late, functional, generator, generator_that_ends, random_batches, dataset, recurrent,
       subclass, own_step, batch_by_batch, two_outputs, weighted, diverging, bfloat16, several_steps_at_once, stopped_within,
       embedding]  # fmt: skip


def main():
    for one in ALL:
        if len(sys.argv) > 1 and one.__name__ not in sys.argv[1:]:
            continue
        keras.utils.set_random_seed(7)
        try:
            model = one()
        except (ValueError, ImportError) as error:
            print(one.__name__, type(error).__name__, flush=True)
            continue
        digest = hashlib.sha256()
        for weight in model.get_weights():
            digest.update(np.asarray(weight).tobytes())
        print(one.__name__, digest.hexdigest()[:16], np.random.rand(), flush=True)


if __name__ == "__main__":
    main()
