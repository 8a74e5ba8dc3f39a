# The curve over subsets: where it still falls at the end, more examples will help.
import keras
import numpy as np

keras.utils.set_random_seed(0)
x = np.random.randn(500, 40).astype("float32")
y = x.sum(1, keepdims=True) + np.random.randn(500, 1).astype("float32")
x_train, y_train, x_val, y_val = x[:200], y[:200], x[200:], y[200:]


def build():
    model = keras.Sequential([keras.layers.Dense(1)])
    model.compile(optimizer=keras.optimizers.Adam(0.1), loss="mse")
    return model


losses = []
# shown
order = np.random.permutation(len(x_train))
for share in (0.25, 0.5, 1.0):
    part = order[: int(share * len(order))]
    model = build()  # from scratch each time
    model.fit(x_train[part], y_train[part], epochs=40, verbose=0)
    loss = model.evaluate(x_val, y_val, verbose=0)
    print(f"{len(part)} examples: {loss:.3f}")
    losses.append(loss)
# end
assert losses == sorted(losses, reverse=True)
