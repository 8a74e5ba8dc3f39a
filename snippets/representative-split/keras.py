# The split is drawn from all rows at random, with each class in proportion.
import keras
import numpy as np
from sklearn.model_selection import train_test_split

keras.utils.set_random_seed(0)
labels = np.array([0] * 160 + [1] * 40)  # sorted: validation_split would take one class
x = np.random.randn(200, 4)
# shown
x_train, x_val, y_train, y_val = train_test_split(
    x, labels, test_size=0.2, stratify=labels, random_state=0
)
# validation_split takes the last rows as they lie, before any shuffling;
# forecasts: split by time instead, and test on what comes later
# end
model = keras.Sequential([keras.layers.Dense(2, activation="softmax")])
model.compile(optimizer="sgd", loss="sparse_categorical_crossentropy")
model.fit(x_train, y_train, validation_data=(x_val, y_val), verbose=0)
assert y_val.mean() == 0.2 and len(x_val) == 40
