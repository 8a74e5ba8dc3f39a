# The error beside the spread of the targets: 1 is perfect, 0 is guessing the mean.
import keras
import numpy as np

keras.utils.set_random_seed(0)
y = (0.01 * np.random.randn(200, 1)).astype("float32")
x = (y + 0.003 * np.random.randn(200, 1)).astype("float32")
model = keras.Sequential([keras.layers.Dense(1)])
# shown
metrics = [keras.metrics.R2Score()]
model.compile(optimizer="adam", loss="mse", metrics=metrics)
model.fit(x, y, epochs=1, verbose=0)
mse, r2 = model.evaluate(x, y, verbose=0)
print(f"R2 {r2:.3f}, RMSE {np.sqrt(mse) / np.ptp(y):.1%} of the range")
# end
assert np.isclose(r2, 1 - mse / y.var(), atol=1e-3)
