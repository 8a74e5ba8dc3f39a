# Weight decay pulls the weights towards 0.
import keras
import numpy as np

keras.utils.set_random_seed(1)
x, y = np.random.randn(64, 8), np.zeros((64, 1))


def norm_after(optimizer):
    keras.utils.set_random_seed(0)
    model = keras.Sequential([keras.layers.Dense(1)])
    model.compile(optimizer=optimizer, loss="mse")
    model.fit(x, y, batch_size=64, epochs=20, verbose=0)
    return np.linalg.norm(model.get_weights()[0])


# shown
optimizer = keras.optimizers.AdamW(learning_rate=1e-3, weight_decay=1e-2)
# biases and the scales of normalisation are better left without it
optimizer.exclude_from_weight_decay(var_names=["bias", "gamma", "beta"])
# end
assert norm_after(optimizer) < norm_after(keras.optimizers.Adam(1e-3))
