# Half the width: fewer parameters for the examples to pin down.
import keras
import numpy as np

keras.utils.set_random_seed(0)
features, classes = 20, 3


# shown
def network(width):
    return keras.Sequential([
        keras.Input((features,)),
        keras.layers.Dense(width, activation="relu"),
        keras.layers.Dense(classes, activation="softmax"),
    ])


model = network(width=128)  # was 256; go on halving while validation holds
# end
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
model.train_on_batch(np.random.randn(4, features), np.array([0, 1, 2, 0]))
assert model.count_params() < 0.51 * network(width=256).count_params()
