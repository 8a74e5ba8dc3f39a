"""How a Keras run is printed: the bar, one line an epoch, a CSV file, a history file, or event files."""

import json
import os

import keras


def fit_options(style, output):
    """The `verbose` and the callbacks that print in this style."""
    if style == "bar":
        return 1, []
    if style == "csv":
        return 0, [keras.callbacks.CSVLogger(os.path.join(output, "log.csv"))]
    if style == "events":
        board = keras.callbacks.TensorBoard(
            os.path.join(output, "events"), histogram_freq=0, write_graph=False, update_freq="epoch"
        )
        return 0, [board]
    return (0 if style == "history" else 2), []


def after_fit(style, output, history):
    """Write what the style keeps of a finished run."""
    if style == "history":
        with open(os.path.join(output, "history.json"), "w", encoding="utf-8") as f:
            json.dump({k: [float(x) for x in v] for k, v in history.items()}, f)


class FullBatchTrace(keras.callbacks.Callback):
    """Print every few batches, as people do who distrust the epoch's mean."""

    def __init__(self, every):
        super().__init__()
        self.every = every
        self.epoch = 0

    def on_epoch_begin(self, epoch, logs=None):
        self.epoch = epoch

    def on_train_batch_end(self, batch, logs=None):
        if batch % self.every == 0:
            print(f"epoch {self.epoch + 1} batch {batch}: loss = {logs['loss']:.4f}", flush=True)
