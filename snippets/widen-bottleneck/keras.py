# The layer that is much narrower than its neighbours is widened: more than two directions pass.
import keras
import numpy as np

keras.utils.set_random_seed(0)
x = np.random.randn(64, 8).astype("float32")


def loss_after(width):
    # shown
    model = keras.Sequential([
        keras.layers.Dense(32, activation="relu"),
        keras.layers.Dense(width, activation="relu"),  # was 1, now 16
        keras.layers.Dense(32, activation="relu"),
        keras.layers.Dense(8),
    ])
    # end
    model.compile(optimizer=keras.optimizers.Adam(0.03), loss="mse")
    return model.fit(x, x, batch_size=64, epochs=20, verbose=0).history["loss"][-1]


assert loss_after(16) < 0.7 * loss_after(1)
