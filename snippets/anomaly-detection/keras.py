# The first layer whose output is not finite is named.
import keras
import numpy as np

keras.utils.set_random_seed(0)
x = np.random.randn(8, 4).astype("float32")
model = keras.Sequential([
    keras.Input((4,)),
    keras.layers.Dense(4, name="fine"),
    keras.layers.Lambda(lambda x: keras.ops.log(x - 100), name="broken"),
    keras.layers.Dense(1, name="after"),
])
# shown
# TerminateOnNaN stops the run; this finds the layer
watch = keras.Model(model.inputs, [layer.output for layer in model.layers])
broken = [
    layer.name
    for layer, output in zip(model.layers, watch(x))
    if not np.isfinite(output).all()
]
# end
assert broken == ["broken", "after"]
model.compile(optimizer="sgd", loss="mse")
stop = keras.callbacks.TerminateOnNaN()
assert len(model.fit(x, x[:, :1], epochs=5, callbacks=[stop], verbose=0).epoch) <= 1
