# A saved model holds its optimizer: the resumed run goes on where it stood.
import os
import tempfile

import keras
import numpy as np

keras.utils.set_random_seed(0)
x = np.random.randn(64, 8).astype("float32")
y = x.sum(1, keepdims=True)
path = os.path.join(tempfile.mkdtemp(), "last.keras")
model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1)])
model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mse")
model.fit(x, y, batch_size=64, epochs=5, verbose=0)
# shown
# the whole model: save_weights() leaves the optimizer out
model.save(path)
resumed = keras.models.load_model(path)  # and do not compile it again
# end
unbroken = model.fit(x, y, batch_size=64, epochs=3, verbose=0).history["loss"]
again = resumed.fit(x, y, batch_size=64, epochs=3, verbose=0).history["loss"]
assert int(resumed.optimizer.iterations) == 8
assert np.allclose(unbroken, again, rtol=1e-4)
