# Adam scales each weight's step by itself: a tiny gradient moves its weight as far as a large one.
import keras
import numpy as np

keras.utils.set_random_seed(0)
x = (np.random.randn(64, 2) * [1.0, 0.001]).astype("float32")
y = x @ np.array([[1.0], [1.0]], "float32")
model = keras.Sequential([keras.layers.Dense(1, kernel_initializer="zeros")])
# shown
# 1e-3 to start with, 3e-4 for transformers
optimizer = keras.optimizers.AdamW(learning_rate=1e-3, weight_decay=0.004)
model.compile(optimizer=optimizer, loss="mse")
# end
model.fit(x, y, batch_size=64, epochs=10, verbose=0)
moved = np.abs(model.get_weights()[0]).ravel()
assert 0.5 < moved[0] / moved[1] < 2
