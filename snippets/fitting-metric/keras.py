# Metrics that move when the predictions do: by class, and for values beside the spread of the targets.
import keras
import numpy as np

keras.utils.set_random_seed(0)
classes = 2
labels = np.eye(classes)[[0] * 95 + [1] * 5]
model = keras.Sequential([keras.layers.Dense(classes, activation="softmax")])
# shown
model.compile(
    optimizer="adam",
    loss="categorical_crossentropy",  # labels one-hot
    metrics=[
        keras.metrics.F1Score(average="macro"),
        keras.metrics.Recall(class_id=1, name="recall_of_class_1"),
    ],
)
# for values: metrics=["mae", keras.metrics.R2Score()]
# end
x = np.zeros((100, 2), "float32")  # nothing to go by: the common class, always
model.fit(x, labels, batch_size=100, epochs=1, verbose=0)
model.layers[0].set_weights([np.zeros((2, 2)), np.array([1.0, 0.0])])
scores = model.evaluate(x, labels, batch_size=100, verbose=0, return_dict=True)
assert scores["f1_score"] < 0.5 and scores["recall_of_class_1"] == 0
