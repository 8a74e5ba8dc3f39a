# A column that tells the label by itself, and rows of training that stand in validation too, go.
import keras
import numpy as np

keras.utils.set_random_seed(0)
labels = np.random.randint(0, 2, 200)
x = np.random.randn(200, 4)
x[:, 2] = labels + 0.01 * np.random.randn(200)
x_train, y_train, x_val = x[:150], labels[:150], np.concatenate([x[150:], x[:5]])
# shown
r = [np.corrcoef(column, y_train)[0, 1] for column in x_train.T]
leaks = np.abs(r) > 0.95  # is it known at the time of the prediction?
x_train, x_val = x_train[:, ~leaks], x_val[:, ~leaks]
seen = {row.tobytes() for row in x_train}
again = np.array([row.tobytes() in seen for row in x_val])  # rows in both
x_val = x_val[~again]
# end
model = keras.Sequential([keras.layers.Dense(1, activation="sigmoid")])
model.compile(optimizer="sgd", loss="binary_crossentropy")
model.train_on_batch(x_train, y_train)
assert leaks.tolist() == [False, False, True, False] and len(x_val) == 50
