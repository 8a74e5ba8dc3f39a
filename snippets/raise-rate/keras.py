# Ten times the learning rate: the crawl ends.
import keras
import numpy as np

keras.utils.set_random_seed(0)
x = np.random.randn(64, 8).astype("float32")
y = x.sum(1, keepdims=True)
model = keras.Sequential([keras.layers.Dense(1)])
model.compile(optimizer=keras.optimizers.SGD(3e-3), loss="mse")
crawl = model.fit(x, y, batch_size=64, epochs=10, verbose=0).history["loss"]
# shown
# three to ten times, as long as the loss stays smooth
model.optimizer.learning_rate = model.optimizer.learning_rate * 10
history = model.fit(x, y, batch_size=64, epochs=20, verbose=0)
# end
fall = history.history["loss"]
assert crawl[-1] > 0.8 * crawl[0]
assert fall[-1] < 0.5 * fall[0]
