# A moving average over fifty steps shows the trend.
import keras
import numpy as np

keras.utils.set_random_seed(0)
x = np.random.randn(600, 4).astype("float32")
model = keras.Sequential([keras.layers.Dense(1)])
model.compile(optimizer=keras.optimizers.SGD(0.002), loss="mse")
losses, seen = [], lambda batch, logs: losses.append((batch, logs["loss"]))
model.fit(x, x.sum(1), batch_size=4, callbacks=[keras.callbacks.LambdaCallback(on_train_batch_end=seen)], verbose=0)
means = np.array([loss for _, loss in losses])
count = np.arange(1, len(means) + 1)
losses = np.diff(count * means, prepend=0)  # of each batch: Keras gives the mean so far
# shown
window = 50
smooth = np.convolve(losses, np.ones(window) / window, mode="valid")
# smooth[i] is the mean of steps i to i + window - 1
# end
assert len(smooth) == len(losses) - 49
assert np.abs(np.diff(smooth)).mean() < 0.1 * np.abs(np.diff(losses)).mean()
