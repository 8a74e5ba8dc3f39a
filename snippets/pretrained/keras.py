# Pretrained weights below, a new head above; the head learns first.
import keras
import numpy as np

keras.utils.set_random_seed(0)
classes = 3
backbone = keras.Sequential([keras.Input((8,)), keras.layers.Dense(16, activation="relu")])
before = backbone.get_weights()[0]
# shown
# backbone: keras.applications.<name>(include_top=False, pooling="avg"), say
backbone.trainable = False
head = keras.layers.Dense(classes, activation="softmax")
model = keras.Sequential([backbone, head])
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
# later: backbone.trainable = True, compile again with a tenth of the rate
# end
model.train_on_batch(np.random.randn(4, 8), np.array([0, 1, 2, 0]))
assert np.array_equal(backbone.get_weights()[0], before)
assert len(model.trainable_weights) == 2
