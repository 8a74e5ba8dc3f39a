# Folds: every example is held out once, and the score has a spread.
import keras
import numpy as np
from sklearn.model_selection import KFold

keras.utils.set_random_seed(0)
x = np.random.randn(100, 4).astype("float32")
y = x.sum(1, keepdims=True)


def build():
    model = keras.Sequential([keras.layers.Dense(1)])
    model.compile(optimizer=keras.optimizers.Adam(0.1), loss="mse", run_eagerly=True)
    return model


# shown
folds, scores = KFold(5, shuffle=True, random_state=0), []
for train, held in folds.split(x):
    model = build()  # from scratch each time
    model.fit(x[train], y[train], epochs=3, verbose=0)
    scores.append(model.evaluate(x[held], y[held], verbose=0))
print(f"{np.mean(scores):.3f} +- {np.std(scores, ddof=1):.3f}")
# end
assert len(scores) == 5 and np.isfinite(scores).all()
