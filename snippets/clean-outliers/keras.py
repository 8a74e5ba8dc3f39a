# The examples with the largest loss are listed; values beyond the 1st and 99th percentile are pulled in.
import keras
import numpy as np

keras.utils.set_random_seed(0)
x = np.random.randn(200, 3).astype("float32")
y = x.sum(1)
y[17] = 1e4
model = keras.Sequential([keras.layers.Dense(1)])
model.compile(optimizer="sgd", loss="mse")
# shown
losses = (model.predict(x, verbose=0).ravel() - y) ** 2
worst = np.argsort(losses)[::-1][:20]
print(worst)  # look at these; correct or drop what is not real
low, high = np.quantile(y, [0.01, 0.99])  # of the training set
y = np.clip(y, low, high)
# end
model.train_on_batch(x, y)
assert worst[0] == 17 and np.abs(y).max() < 10
