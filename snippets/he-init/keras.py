# He's initialisation: activations keep their spread through ten layers of ReLU.
import keras
import numpy as np

keras.utils.set_random_seed(0)
x = np.random.randn(64, 64).astype("float32")


# shown
def dense(units):  # "glorot_uniform" for tanh, "lecun_normal" for SELU
    return keras.layers.Dense(
        units, activation="relu", kernel_initializer="he_normal"
    )


model = keras.Sequential([dense(64) for _ in range(10)])
# end
small = keras.initializers.RandomNormal(stddev=0.05)
other = [keras.layers.Dense(64, activation="relu", kernel_initializer=small) for _ in range(10)]
assert np.std(keras.Sequential(other)(x)) < 0.01
assert 0.2 < np.std(model(x)) < 3
model.compile(optimizer="sgd", loss="mse")
model.train_on_batch(x, x)
