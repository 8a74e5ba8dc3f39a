"""Simple Keras classifier: handwritten digits (dense or convolutional) or the wine table."""

import argparse

import numpy as np
from sklearn.datasets import load_digits, load_wine
from sklearn.preprocessing import StandardScaler

try:
    import keras
except ImportError:
    from tensorflow import keras
layers = keras.layers

parser = argparse.ArgumentParser()
parser.add_argument("--data", default="digits", choices=["digits", "wine"])
parser.add_argument("--model", default="mlp", choices=["mlp", "cnn"])
parser.add_argument("--epochs", type=int, default=8)
parser.add_argument("--batch_size", type=int, default=32)
parser.add_argument("--hidden", type=int, default=64)
parser.add_argument("--lr", type=float, default=1e-3)
parser.add_argument("--seed", type=int, default=42)
args = parser.parse_args()
keras.utils.set_random_seed(args.seed)

# Load the data
if args.data == "digits":
    x, y = load_digits(return_X_y=True)
    x = x.astype("float32") / 16
else:
    x, y = load_wine(return_X_y=True)
    x = StandardScaler().fit_transform(x).astype("float32")
num_classes = int(y.max()) + 1
order = np.random.permutation(len(x))
x, y = x[order], y[order]
n_test = len(x) // 5
x_train, y_train = x[n_test:], y[n_test:]
x_test, y_test = x[:n_test], y[:n_test]
if args.model == "cnn":
    x_train, x_test = x_train.reshape(-1, 8, 8, 1), x_test.reshape(-1, 8, 8, 1)
print("x_train shape:", x_train.shape)
print(x_train.shape[0], "train samples")
print(x_test.shape[0], "test samples")

# Build the model
if args.model == "cnn":
    model = keras.Sequential(
        [
            keras.Input(shape=(8, 8, 1)),
            layers.Conv2D(16, 3, padding="same", activation="relu"),
            layers.MaxPooling2D(2),
            layers.Conv2D(32, 3, padding="same", activation="relu"),
            layers.MaxPooling2D(2),
            layers.Flatten(),
            layers.Dropout(0.2),
            layers.Dense(num_classes, activation="softmax"),
        ]
    )
else:
    model = keras.Sequential(
        [
            keras.Input(shape=x_train.shape[1:]),
            layers.Dense(args.hidden, activation="relu"),
            layers.Dense(args.hidden, activation="relu"),
            layers.Dense(num_classes, activation="softmax"),
        ]
    )

model.compile(
    optimizer=keras.optimizers.Adam(learning_rate=args.lr),
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy"],
)
history = model.fit(
    x_train,
    y_train,
    batch_size=args.batch_size,
    epochs=args.epochs,
    validation_split=0.2,
    verbose=2,
)
score = model.evaluate(x_test, y_test, verbose=0)
print("Test loss:", score[0])
print("Test accuracy:", score[1])
