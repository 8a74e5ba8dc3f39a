# Missing values are counted by column and replaced by the training set's mean.
import keras
import numpy as np

keras.utils.set_random_seed(0)
x_train = np.random.randn(64, 3).astype("float32")
x_train[::7, 1] = np.nan
x_train[3, 2] = np.inf
x_val = np.full((4, 3), np.nan, "float32")
# shown
good = np.isfinite(x_train)
print((~good).sum(0))  # how many a column
mean = np.mean(x_train, axis=0, where=good)
x_train = np.where(good, x_train, mean)
x_val = np.where(np.isfinite(x_val), x_val, mean)  # the training set's mean
# that a value was missing may tell something: add ~good as columns
# end
model = keras.Sequential([keras.layers.Dense(1)])
model.compile(optimizer="sgd", loss="mse")
assert np.isfinite(model.train_on_batch(x_train, x_train[:, :1])).all()
assert (~good).sum(0).tolist() == [0, 10, 1] and np.isfinite(x_val).all()
