# Huber's loss: an outlier pulls with a bounded force.
import keras
import numpy as np

keras.utils.set_random_seed(0)
x = np.random.randn(64, 3).astype("float32")
y = x.sum(1, keepdims=True)
y[5] = 1e4
model = keras.Sequential([keras.layers.Dense(1, kernel_initializer="zeros")])
# shown
loss = keras.losses.Huber(delta=1.0)  # delta: an ordinary error
model.compile(optimizer=keras.optimizers.SGD(1.0), loss=loss)
# for classes, against wrong labels:
smooth = keras.losses.CategoricalCrossentropy(label_smoothing=0.1)
# end
model.train_on_batch(x, y)
assert np.linalg.norm(model.get_weights()[0]) < 5  # one step with MSE: in the hundreds
assert float(smooth(np.array([[1.0, 0.0]]), np.array([[1 - 1e-7, 1e-7]]))) > 0.5
