# The printed loss is that of the batch: what Keras gives after a batch is the mean of the epoch so far.
import keras
import numpy as np

keras.utils.set_random_seed(0)
x, y = np.random.randn(80, 4).astype("float32"), np.random.randn(80, 1).astype("float32")
model = keras.Sequential([keras.layers.Dense(1, kernel_initializer="zeros")])
model.compile(optimizer=keras.optimizers.SGD(0.0), loss="mse")


# shown
class BatchLoss(keras.callbacks.Callback):
    def on_epoch_begin(self, epoch, logs=None):
        self.mean, self.losses = 0.0, []

    def on_train_batch_end(self, batch, logs):  # logs["loss"]: mean so far
        self.losses.append((batch + 1) * logs["loss"] - batch * self.mean)
        self.mean = logs["loss"]


# end
own = BatchLoss()
model.fit(x, y, batch_size=8, shuffle=False, callbacks=[own], verbose=0)
assert np.allclose(own.losses, (y.reshape(10, 8) ** 2).mean(1), atol=1e-4)
