# Every layer is trainable, the model is compiled after that, and all weights move.
import keras
import numpy as np

keras.utils.set_random_seed(0)
x, y = np.random.randn(16, 8), np.random.randn(16, 1)
model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(8), keras.layers.Dense(1)])
model.layers[0].trainable = False
model.compile(optimizer="sgd", loss="mse")
# shown
for layer in model.layers:
    layer.trainable = True
model.compile(optimizer="sgd", loss="mse")  # trainable counts from here on
before = model.get_weights()
model.fit(x, y, epochs=1, verbose=0)
pairs = zip(model.weights, before)
still = [w.path for w, old in pairs if np.array_equal(w, old)]
assert not still, f"not trained: {still}"
# end
