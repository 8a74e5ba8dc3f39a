# Four small batches give one step with the gradient of a batch four times as large.
import keras
import numpy as np

keras.utils.set_random_seed(0)
x, y = np.random.randn(32, 8).astype("float32"), np.random.randn(32, 1).astype("float32")
model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1)])
weights = model.get_weights()
model.compile(optimizer=keras.optimizers.SGD(0.1), loss="mse")
model.fit(x, y, batch_size=32, epochs=1, verbose=0)
whole = model.get_weights()
model.set_weights(weights)
# shown
# where memory allows, a larger batch_size does the same
optimizer = keras.optimizers.SGD(0.1, gradient_accumulation_steps=4)
model.compile(optimizer=optimizer, loss="mse")
model.fit(x, y, batch_size=8, epochs=1, shuffle=False, verbose=0)
# end
assert np.allclose(model.get_weights()[0], whole[0], atol=1e-5)
