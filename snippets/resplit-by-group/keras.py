# All rows of a group lie on one side of the split.
import keras
import numpy as np
from sklearn.model_selection import GroupShuffleSplit

keras.utils.set_random_seed(0)
groups = np.arange(20).repeat(10)  # the patient of each row
x, y = np.random.randn(200, 4), np.random.randn(200, 1)
model = keras.Sequential([keras.layers.Dense(1)])
model.compile(optimizer="sgd", loss="mse")
# shown
split = GroupShuffleSplit(n_splits=1, test_size=0.2, random_state=0)
train, val = next(split.split(x, y, groups))
model.fit(x[train], y[train], validation_data=(x[val], y[val]), verbose=0)
# end
assert len(train) == 160 and len(val) == 40
assert not set(groups[train]) & set(groups[val])
