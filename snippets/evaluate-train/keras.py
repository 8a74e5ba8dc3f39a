# The training set is measured like the validation set: after the epoch, without dropout.
import keras
import numpy as np

keras.utils.set_random_seed(0)
x = np.random.randn(64, 8).astype("float32")
y = x.sum(1, keepdims=True)
model = keras.Sequential([keras.layers.Dropout(0.5), keras.layers.Dense(1)])
model.compile(optimizer="sgd", loss="mse")


# shown
class TrainAfterEpoch(keras.callbacks.Callback):
    def on_epoch_end(self, epoch, logs):
        # logs["loss"] is a mean over the epoch, with dropout on
        logs["loss_after"] = self.model.evaluate(x, y, verbose=0)


after = TrainAfterEpoch()
history = model.fit(x, y, epochs=2, callbacks=[after], verbose=0)
# end
assert np.isclose(history.history["loss_after"][-1], model.evaluate(x, y, verbose=0))
