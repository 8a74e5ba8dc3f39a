"""Recurrent networks on batches that a dataset object makes: the rows of a digit, or the words of a docstring."""

import argparse
import math
import re

import numpy as np

try:
    import keras
except ImportError:
    from tensorflow import keras
from keras import layers

BatchSource = getattr(keras.utils, "PyDataset", None) or keras.utils.Sequence


class Batches(BatchSource):
    """Serves shuffled mini-batches, anew every epoch."""

    def __init__(self, x, y, batch_size, shuffle=True, seed=0):
        super().__init__()
        self.x, self.y = x, y
        self.batch_size = batch_size
        self.shuffle = shuffle
        self.rng = np.random.default_rng(seed)
        self.indices = np.arange(len(x))
        self.on_epoch_end()

    def __len__(self):
        return math.ceil(len(self.x) / self.batch_size)

    def __getitem__(self, index):
        rows = self.indices[index * self.batch_size : (index + 1) * self.batch_size]
        return self.x[rows], self.y[rows]

    def on_epoch_end(self):
        if self.shuffle:
            self.rng.shuffle(self.indices)


def load_rows():
    """Digits read line by line: 8 steps of 8 pixels."""
    from sklearn.datasets import load_digits

    x, y = load_digits(return_X_y=True)
    x = x.reshape(-1, 8, 8).astype("float32") / 16.0
    return x, y, None


def load_words(length=24, words=800):
    """Which part of NumPy does this piece of a docstring speak of?"""
    import numpy.fft, numpy.linalg, numpy.ma, numpy.random

    texts, labels = [], []
    for label, module in enumerate([np.linalg, np.fft, np.random, np.ma]):
        for name in sorted(dir(module)):
            tokens = re.findall(r"[a-z_]{2,}", (getattr(module, name).__doc__ or "").lower())[:240]
            for start in range(0, len(tokens) - length, length):
                texts.append(tokens[start : start + length])
                labels.append(label)
    count = {}
    for tokens in texts:
        for token in tokens:
            count[token] = count.get(token, 0) + 1
    vocabulary = {t: i + 2 for i, t in enumerate(sorted(count, key=lambda t: (-count[t], t))[: words - 2])}
    x = np.array([[vocabulary.get(token, 1) for token in tokens] for tokens in texts], dtype="int32")
    return x, np.array(labels), words


def build(shape, words, n_classes, units):
    inputs = keras.Input(shape=shape, dtype="int32" if words else "float32")
    x = layers.Embedding(words, 32)(inputs) if words else inputs
    x = layers.GRU(units)(x) if words else layers.LSTM(units)(x)
    x = layers.Dense(32, activation="relu")(x)
    outputs = layers.Dense(n_classes)(x)
    return keras.Model(inputs, outputs)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--task", choices=["rows", "words"], default="rows")
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--units", type=int, default=32)
    parser.add_argument("--lr", type=float, default=3e-3)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    keras.utils.set_random_seed(args.seed)

    x, y, words = load_rows() if args.task == "rows" else load_words()
    order = np.random.default_rng(args.seed).permutation(len(x))
    cut = int(0.8 * len(x))
    x_train, y_train = x[order[:cut]], y[order[:cut]]
    x_val, y_val = x[order[cut:]], y[order[cut:]]
    train = Batches(x_train, y_train, args.batch, seed=args.seed)
    val = Batches(x_val, y_val, 128, shuffle=False)

    model = build(x.shape[1:], words, int(y.max()) + 1, args.units)
    optimizer = keras.optimizers.Adam(learning_rate=args.lr)
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(optimizer=optimizer, loss=loss, metrics=["accuracy"])
    model.summary()
    model.fit(train, validation_data=val, epochs=args.epochs, verbose=2)
    val_loss, val_acc = model.evaluate(val, verbose=0)
    print(f"Validation: loss {val_loss:.4f}, accuracy {val_acc:.4f}")


if __name__ == "__main__":
    main()
