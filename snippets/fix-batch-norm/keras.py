# BatchNorm's moving statistics follow within a short training.
import keras
import numpy as np

keras.utils.set_random_seed(0)
x = (5 + 3 * np.random.randn(320, 4)).astype("float32")
# shown
# the share of the old value: the default 0.99 needs hundreds of steps
norm = keras.layers.BatchNormalization(momentum=0.9)
model = keras.Sequential([norm, keras.layers.Dense(1)])
model.compile(optimizer="adam", loss="mse")
model.fit(x, x[:, :1], batch_size=8, epochs=1, verbose=0)
# end
assert abs(np.mean(norm(x, training=False))) < 0.3
slow = keras.layers.BatchNormalization()
for i in range(40):
    slow(x[8 * i : 8 * i + 8], training=True)
assert abs(np.mean(slow(x, training=False))) > 0.5
