# The learning rate climbs over the first steps.
import keras
import numpy as np

keras.utils.set_random_seed(0)
x, y = np.random.randn(64, 8), np.random.randn(64, 1)
model = keras.Sequential([keras.layers.Dense(1)])
total_steps = 10_000
# shown
rate = keras.optimizers.schedules.CosineDecay(
    initial_learning_rate=0.0,
    warmup_target=1e-3,  # climbs to it for 500 steps, then falls slowly
    warmup_steps=500,
    decay_steps=total_steps,
)
model.compile(optimizer=keras.optimizers.AdamW(rate), loss="mse")
# end
model.fit(x, y, batch_size=16, epochs=3, verbose=0)
assert abs(float(model.optimizer.learning_rate) - 12 * 1e-3 / 500) < 1e-6
assert float(rate(500)) > 0.99e-3 > float(rate(5000))
