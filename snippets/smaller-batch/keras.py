# A batch of 16 instead of 256: as many examples, many more steps, a lower loss.
import keras
import numpy as np

keras.utils.set_random_seed(0)
x = np.random.randn(256, 8).astype("float32")
y = x.sum(1, keepdims=True)
model = keras.Sequential([keras.layers.Dense(1)])
model.compile(optimizer=keras.optimizers.SGD(0.05), loss="mse")
large = model.fit(x, y, batch_size=256, epochs=1, verbose=0).history["loss"][-1]
# shown
# the gradient is noisier: divide the rate by about the root of the factor
# by which the batch shrank, at most by the factor itself
model.optimizer.learning_rate = 0.05 / (256 / 16) ** 0.5
history = model.fit(x, y, batch_size=16, epochs=2, verbose=0)
# end
assert history.history["loss"][-1] < 0.7 * large
