# The weights of the best epoch are kept, and the run ends when none better comes.
import keras
import numpy as np

keras.utils.set_random_seed(0)
x, y = np.random.randn(20, 30).astype("float32"), np.random.randn(20, 1).astype("float32")
x_val, y_val = np.random.randn(200, 30).astype("float32"), np.zeros((200, 1), "float32")
model = keras.Sequential([keras.layers.Dense(1, kernel_initializer="zeros")])
model.compile(optimizer=keras.optimizers.SGD(0.05), loss="mse")
# shown
stop = keras.callbacks.EarlyStopping(
    monitor="val_loss", patience=3, restore_best_weights=True
)
history = model.fit(
    x, y, epochs=100, validation_data=(x_val, y_val), callbacks=[stop],
    verbose=0,
)
# end
losses = history.history["val_loss"]
assert len(losses) < 100
assert np.isclose(model.evaluate(x_val, y_val, verbose=0), min(losses), rtol=1e-4)
