# A tenth of the weight decay and half the dropout.
import keras
import numpy as np

keras.utils.set_random_seed(0)
dropout, decay = 0.6, 1e-2
# shown
dropout, decay = dropout / 2, decay / 10
model = keras.Sequential([
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dropout(dropout),
    keras.layers.Dense(1),
])
optimizer = keras.optimizers.AdamW(1e-3, weight_decay=decay)
model.compile(optimizer=optimizer, loss="mse")
# end
model.train_on_batch(np.random.randn(4, 8), np.zeros((4, 1)))
kept = np.mean(np.array(model.layers[1](np.ones((100, 64)), training=True)) != 0)
assert abs(kept - 0.7) < 0.05 and optimizer.weight_decay == 1e-3
