# Breast cancer: benign or malignant?
import argparse

import numpy as np
from sklearn.datasets import load_breast_cancer
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

try:
    import keras
except ImportError:
    from tensorflow import keras
from keras.callbacks import EarlyStopping, ReduceLROnPlateau
from keras.layers import BatchNormalization, Dense, Dropout
from keras.models import Sequential

ap = argparse.ArgumentParser()
ap.add_argument("--epochs", type=int, default=25)
ap.add_argument("--batch-size", type=int, default=32)
ap.add_argument("--lr", type=float, default=0.001)
ap.add_argument("--seed", type=int, default=7)
args = ap.parse_args()
keras.utils.set_random_seed(args.seed)

data = load_breast_cancer()
X, y = data.data, data.target
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.3, random_state=args.seed, stratify=y)
sc = StandardScaler()
X_train = sc.fit_transform(X_train)
X_test = sc.transform(X_test)
print(X_train.shape, X_test.shape)

model = Sequential()
model.add(keras.Input(shape=(X_train.shape[1],)))
model.add(Dense(32, activation="relu"))
model.add(BatchNormalization())
model.add(Dropout(0.2))
model.add(Dense(16, activation="relu"))
model.add(Dropout(0.2))
model.add(Dense(1, activation="sigmoid"))

opt = keras.optimizers.Adam(learning_rate=args.lr)
model.compile(loss="binary_crossentropy", optimizer=opt, metrics=["accuracy"])

callbacks = [
    EarlyStopping(monitor="val_loss", patience=8, restore_best_weights=True),
    ReduceLROnPlateau(monitor="val_loss", factor=0.5, patience=4, min_lr=1e-5, verbose=1),
]
hist = model.fit(
    X_train, y_train,
    validation_data=(X_test, y_test),
    epochs=args.epochs,
    batch_size=args.batch_size,
    callbacks=callbacks,
    verbose=1,
)
loss, acc = model.evaluate(X_test, y_test, verbose=0)
print("Test score: %.4f, test accuracy: %.2f%%" % (loss, acc * 100))
