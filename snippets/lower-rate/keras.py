# A tenth of the learning rate: the loss that rose falls.
import keras
import numpy as np

keras.utils.set_random_seed(0)
x = np.random.randn(64, 8).astype("float32")
y = x.sum(1, keepdims=True)
model = keras.Sequential([keras.layers.Dense(1)])
model.compile(optimizer=keras.optimizers.SGD(2.0), loss="mse")
high = model.fit(x, y, batch_size=64, epochs=5, verbose=0).history["loss"]
# shown
# a tenth first; then bisect between what diverged and what crawled
model.optimizer.learning_rate = model.optimizer.learning_rate / 10
history = model.fit(x, y, batch_size=64, epochs=25, verbose=0)
# end
assert high[-1] > 10 * high[0]
assert history.history["loss"][-1] < high[0]
