# A normalisation between the layers: activations keep their spread through ten of them.
import keras
import numpy as np

keras.utils.set_random_seed(0)
x = np.random.randn(64, 32).astype("float32")
small = keras.initializers.RandomNormal(stddev=0.05)


# shown
def block(units):
    # for batches below 16: LayerNormalization
    return [
        keras.layers.Dense(units, use_bias=False, kernel_initializer=small),
        keras.layers.BatchNormalization(),
        keras.layers.ReLU(),
    ]


# end
plain = keras.Sequential([layer for _ in range(10) for layer in block(32)[::2]])
normalised = keras.Sequential([layer for _ in range(10) for layer in block(32)])
assert np.std(plain(x)) < 0.01
assert 0.3 < np.std(normalised(x, training=True)) < 2
