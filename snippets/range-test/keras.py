# A sweep of rates, a step each: a third of the rate at which the loss is lowest.
import keras
import numpy as np

keras.utils.set_random_seed(0)
x = np.random.randn(64, 8).astype("float32")
y = x.sum(1, keepdims=True)
model = keras.Sequential([keras.layers.Dense(1)])
model.compile(optimizer=keras.optimizers.SGD(1e-4), loss="mse")
# shown
rates = [1e-4 * 1.5**i for i in range(25)]
sweep = keras.callbacks.LearningRateScheduler(lambda i: rates[i])
# on a copy of the model: the weights are spent afterwards
history = model.fit(
    x, y, steps_per_epoch=1, epochs=len(rates), callbacks=[sweep], verbose=0
)
losses = history.history["loss"]
best = rates[losses.index(min(losses))] / 3
# end
assert losses[-1] > 2 * min(losses)
assert 0.02 < best < 0.7
