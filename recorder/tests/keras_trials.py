"""Small trainings in Keras, plain or with one change made by hand in their code: what a trial does to the plain one is compared with that.

    python keras_trials.py [--by-hand] NAME ...       # one line of JSON a training: its weights, predictions and last losses
"""

import json
import os
import sys

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import numpy as np

try:
    import keras
except ImportError:
    from tensorflow import keras
from keras import layers

HAND = "--by-hand" in sys.argv
OWN = np.random.RandomState(0)
CENTRES = OWN.randn(3, 6)
Y = OWN.randint(0, 3, 240) % OWN.randint(1, 4, 240)
X = (CENTRES[Y] + OWN.randn(240, 6) * 0.5).astype("float32")
RAW = X * 40 + 300
NUMBERS = (X @ OWN.randn(6) * 30 + 200).astype("float32")


def network(*between, units=3, activation="softmax", hidden="relu", kind=keras.initializers.GlorotUniform):
    first = layers.Dense(8, activation=hidden, kernel_initializer=kind(seed=5))
    head = layers.Dense(units, activation=activation, kernel_initializer=kind(seed=6))
    return keras.Sequential([keras.Input((6,)), first, *between, head])


def fitted(model, x=X, y=Y, optimizer=None, loss="sparse_categorical_crossentropy", epochs=3, compiled=True, **more):
    model.compile(optimizer or keras.optimizers.Adam(0.01), loss)
    known = model.fit(x, y, epochs=epochs, verbose=0, **{"validation_split": 0.2, **more})
    return model, {name: values[-1] for name, values in known.history.items() if name in ("loss", "val_loss")}


def plain():
    return fitted(network(layers.Dropout(0.3, seed=3)))


def rate():
    halved = keras.callbacks.LearningRateScheduler(lambda epoch, now: now * 0.5)
    return fitted(network(), optimizer=keras.optimizers.Adam(0.001 if HAND else 0.01), callbacks=[halved])


def cosine():
    schedule = keras.optimizers.schedules.CosineDecay(0.01, 18) if HAND else 0.01
    return fitted(network(), optimizer=keras.optimizers.SGD(schedule))


def clip():
    more = {"global_clipnorm": 0.1} if HAND else {}
    return fitted(network(), optimizer=keras.optimizers.SGD(0.1, **more))


def optimizer():
    return fitted(network(), optimizer=keras.optimizers.SGD(0.01, momentum=0.9) if HAND else keras.optimizers.Adam(0.5))


def decay():
    kernel = keras.initializers.GlorotUniform(seed=5)
    penalty = keras.regularizers.l2(0.01 if HAND else 0.1)
    first = layers.Dense(8, activation="relu", kernel_initializer=kernel, kernel_regularizer=penalty)
    head = layers.Dense(3, activation="softmax", kernel_initializer=keras.initializers.GlorotUniform(seed=6))
    return fitted(keras.Sequential([keras.Input((6,)), first, head]))


def dropout():
    return fitted(network(layers.Dropout(0.3 if HAND else 0.6, seed=3)))


def batches():
    return fitted(network(), epochs=6 if HAND else 3, **({"batch_size": 64, "validation_batch_size": 32} if HAND else {}))


def initializer():
    kind = keras.initializers.HeNormal if HAND else keras.initializers.GlorotUniform
    model = network(kind=kind)
    if not HAND:
        model.layers[0].set_weights([np.full((6, 8), 3.0), np.full(8, -50.0)])
    return fitted(model)


def hidden():
    return fitted(network(hidden="tanh" if HAND else "sigmoid"))


def paired():
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=not HAND)
    model = network()
    model.add(layers.Reshape((3,)))
    return fitted(model, loss=loss)


def classes():
    model = network(units=1, activation="sigmoid")
    y = (Y > 0).astype("float32")
    return fitted(model, y=y if HAND else 2 + 2 * y, loss="binary_crossentropy")


def linear():
    return fitted(network(units=1, activation=None if HAND else "relu"), y=NUMBERS / 100, loss="mse")


def huber():
    model, told = fitted(network(units=1, activation=None), y=NUMBERS / 10, loss=keras.losses.Huber() if HAND else "mse")
    return model, {} if HAND else told


def inputs():
    x, end = RAW, 192
    if HAND:
        x = (RAW - RAW[:end].mean(0)) / RAW[:end].std(0)
    return fitted(network(), x=x)


def targets():
    end, model = 192, network(units=1, activation=None)
    mean, spread = (NUMBERS[:end].mean(), NUMBERS[:end].std()) if HAND else (0.0, 1.0)
    model, told = fitted(model, y=(NUMBERS - mean) / spread, loss="mse")
    seen = model.predict(X[:20], verbose=0) * spread + mean
    return model, {"val_loss": told["val_loss"] * spread**2, "seen": float(seen.sum())}


def norm():
    return fitted(network(layers.BatchNormalization(momentum=0.5 if HAND else 0.99)))


def frozen():
    class Still(layers.BatchNormalization):
        def call(self, inputs, training=None, mask=None):
            return super().call(inputs, training=False)

    return fitted(network(Still() if HAND else layers.BatchNormalization()))


def parameters():
    model = network()
    model.layers[0].trainable = HAND
    return fitted(model)


def weighted():
    names, counts = np.unique(Y, return_counts=True)
    weights = {int(name): len(Y) / 3 / count for name, count in zip(names, counts)}
    return fitted(network(), validation_split=0.0, **({"class_weight": weights} if HAND else {}))


def shuffled():
    return fitted(network(), shuffle=HAND)


def by_batches():
    model = network()
    model.compile(keras.optimizers.SGD(0.01 if HAND else 0.1), "sparse_categorical_crossentropy")
    for at in range(0, 192, 32):
        model.train_on_batch(X[at : at + 32], Y[at : at + 32])
    return model, {}


def by_loop():
    import tensorflow as tf

    model, optimizer = network(), keras.optimizers.SGD(0.01 if HAND else 0.1, global_clipnorm=0.2 if HAND else None)

    @tf.function
    def step(x, y):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(keras.losses.sparse_categorical_crossentropy(y, model(x, training=True)))
        optimizer.apply_gradients(zip(tape.gradient(loss, model.trainable_variables), model.trainable_variables))

    for at in range(0, 192, 32):
        step(X[at : at + 32], Y[at : at + 32])
    return model, {}


def twice():
    model = network(layers.Dropout(0.3 if HAND else 0.6, seed=3), units=1, activation=None)
    y = (NUMBERS - NUMBERS[:192].mean()) / NUMBERS[:192].std() if HAND else NUMBERS
    fitted(model, y=y, loss="mse")
    model, _ = fitted(model, y=y, loss="mse")
    return model, {}


def main():
    for name in [one for one in sys.argv[1:] if not one.startswith("-")]:
        keras.utils.set_random_seed(7)
        model, told = globals()[name]()
        known = [float(one) for weight in model.get_weights() for one in np.asarray(weight).reshape(-1) if weight.dtype.kind == "f"]
        print(json.dumps({"name": name, "weights": known, "told": {key: float(value) for key, value in told.items()}}), flush=True)


if __name__ == "__main__":
    main()
