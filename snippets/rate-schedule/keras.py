# The learning rate falls along a cosine towards the end.
import keras
import numpy as np

keras.utils.set_random_seed(0)
x, y = np.random.randn(64, 4), np.random.randn(64, 1)
model, epochs, steps_per_epoch = keras.Sequential([keras.layers.Dense(1)]), 10, 2
# shown
rate = keras.optimizers.schedules.CosineDecay(
    0.1, decay_steps=epochs * steps_per_epoch
)
optimizer = keras.optimizers.SGD(rate, momentum=0.9)
model.compile(optimizer=optimizer, loss="mse")
history = model.fit(x, y, batch_size=32, epochs=epochs, verbose=0)
# end
assert float(model.optimizer.learning_rate) < 1e-6
assert history.history["loss"][-1] <= history.history["loss"][0]
