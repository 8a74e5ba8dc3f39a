"""Progression of diabetes from ten measurements, with the functional API of Keras."""

import argparse

import numpy as np
from sklearn.datasets import load_diabetes
from sklearn.metrics import r2_score
from sklearn.model_selection import train_test_split

try:
    import keras
except ImportError:
    from tensorflow import keras
from keras import layers


def get_data(seed):
    X, y = load_diabetes(return_X_y=True, scaled=False)
    X_train, X_val, y_train, y_val = train_test_split(X, y, test_size=0.25, random_state=seed)
    mean, std = X_train.mean(axis=0), X_train.std(axis=0)
    X_train, X_val = (X_train - mean) / std, (X_val - mean) / std
    y_mean, y_std = y_train.mean(), y_train.std()
    y_train, y_val = (y_train - y_mean) / y_std, (y_val - y_mean) / y_std
    return X_train, X_val, y_train, y_val


def build_model(n_features, units, lr):
    inputs = keras.Input(shape=(n_features,), name="measurements")
    h = layers.Dense(units, activation="relu", name="hidden_1")(inputs)
    h = layers.Dense(units, activation="relu", name="hidden_2")(h)
    outputs = layers.Dense(1, name="progression")(h)
    model = keras.Model(inputs, outputs, name="diabetes")
    optimizer = keras.optimizers.Adam(lr)
    model.compile(optimizer=optimizer, loss="mse", metrics=["mae"])
    return model


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--epochs", type=int, default=25)
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--units", type=int, default=32)
    parser.add_argument("--lr", type=float, default=1e-3)
    parser.add_argument("--seed", type=int, default=0)
    args = parser.parse_args()
    keras.utils.set_random_seed(args.seed)

    X_train, X_val, y_train, y_val = get_data(args.seed)
    model = build_model(X_train.shape[1], args.units, args.lr)
    history = model.fit(
        X_train, y_train, validation_data=(X_val, y_val), epochs=args.epochs, batch_size=args.batch, verbose=2)
    predictions = model.predict(X_val, verbose=0)[:, 0]
    print(f"final val_mae {history.history['val_mae'][-1]:.4f}")
    print(f"R2 on validation: {r2_score(np.nan_to_num(y_val), np.nan_to_num(predictions)):.4f}")


if __name__ == "__main__":
    main()
