"""A denoising autoencoder as a subclassed model."""

import argparse

import numpy as np
from sklearn.datasets import load_digits

try:
    import keras
except ImportError:
    from tensorflow import keras
from keras import layers


class Encoder(layers.Layer):
    def __init__(self, hidden, code, **kwargs):
        super().__init__(**kwargs)
        self.hidden = layers.Dense(hidden, activation="relu")
        self.code = layers.Dense(code, activation="relu")

    def call(self, inputs):
        return self.code(self.hidden(inputs))


class Decoder(layers.Layer):
    def __init__(self, hidden, pixels, **kwargs):
        super().__init__(**kwargs)
        self.hidden = layers.Dense(hidden, activation="relu")
        self.pixels = layers.Dense(pixels, activation="sigmoid")

    def call(self, inputs):
        return self.pixels(self.hidden(inputs))


class Autoencoder(keras.Model):
    def __init__(self, pixels, hidden=64, code=16, **kwargs):
        super().__init__(**kwargs)
        self.encoder = Encoder(hidden, code)
        self.decoder = Decoder(hidden, pixels)

    def call(self, inputs):
        return self.decoder(self.encoder(inputs))


parser = argparse.ArgumentParser()
parser.add_argument("--epochs", type=int, default=12)
parser.add_argument("--batch-size", type=int, default=32)
parser.add_argument("--code", type=int, default=16)
parser.add_argument("--lr", type=float, default=1e-3)
parser.add_argument("--seed", type=int, default=0)
args = parser.parse_args()
keras.utils.set_random_seed(args.seed)

images = load_digits().data.astype("float32") / 16.0
images = images[np.random.permutation(len(images))]
noisy = np.clip(images + 0.2 * np.random.normal(size=images.shape), 0, 1).astype("float32")
x_train, x_test = noisy[:1500], noisy[1500:]
y_train, y_test = images[:1500], images[1500:]

autoencoder = Autoencoder(images.shape[1], code=args.code)
autoencoder.compile(optimizer=keras.optimizers.Adam(args.lr), loss="binary_crossentropy")
autoencoder.fit(
    x_train, y_train,
    epochs=args.epochs,
    batch_size=args.batch_size,
    shuffle=True,
    validation_data=(x_test, y_test),
    verbose=2,
)
restored = autoencoder.predict(x_test, verbose=0)
print("mean error per pixel:", float(np.abs(restored - y_test).mean()))
