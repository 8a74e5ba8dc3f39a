# The score stands beside its standard error; that says how many examples a difference needs.
import keras
import numpy as np

keras.utils.set_random_seed(0)
x_val = np.random.randn(400, 4).astype("float32")
y_val = x_val[:, :2].argmax(1)
model = keras.Sequential([keras.layers.Dense(2, activation="softmax")])
model.compile(optimizer="sgd", loss="sparse_categorical_crossentropy")
model.train_on_batch(x_val, y_val)
# shown
right = model.predict(x_val, verbose=0).argmax(1) == y_val
accuracy, error = right.mean(), right.std() / len(right) ** 0.5
print(f"{accuracy:.3f} +- {error:.3f}")
# a difference of d shows from about 4 * p * (1 - p) / d**2 examples on
difference = 0.02
needed = 4 * accuracy * (1 - accuracy) / difference**2
# end
assert abs(error - (accuracy * (1 - accuracy) / 400) ** 0.5) < 1e-6 and needed > 400
