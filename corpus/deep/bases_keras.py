"""The healthy trainings of Keras, on whichever backend: as `bases.py` has them of PyTorch."""

VAL_LOSS = ("valLoss", r"val_loss: (\S+)", False)
TRAIN_LOSS = ("trainLoss", r"- loss: (\S+)", False)

SCORES = {
    "keras_classify": (("valAccuracy", r"val_accuracy: (\S+)", True), VAL_LOSS, TRAIN_LOSS),
    "keras_regress": (("testR2", r"R2 on validation: (\S+)", True), VAL_LOSS, TRAIN_LOSS),
    # a bar prints a running loss at every step; the last of an epoch stands beside the validation
    "keras_binary": (("valAccuracy", r"val_accuracy: (\S+)", True), VAL_LOSS,
                     ("trainLoss", r"- loss: (\S+)(?: - accuracy: \S+)? - val_", False)),
    "keras_sequence": (("valAccuracy", r"val_accuracy: (\S+)", True), VAL_LOSS, TRAIN_LOSS),
    "keras_dataset": (("valAccuracy", r"val_acc: (\S+)", True), VAL_LOSS, TRAIN_LOSS),
    "keras_autoencoder": (("pixelError", r"mean error per pixel: (\S+)", False), VAL_LOSS, TRAIN_LOSS),
}

BASES = {
    "keras:digits-mlp": ("keras_classify", "digits", "mlp", {}, ()),
    "keras:digits-cnn": ("keras_classify", "digits", "cnn", {"model": "cnn"}, ()),
    "keras:wine-mlp": ("keras_classify", "wine", "mlp", {"data": "wine", "epochs": 30, "batch_size": 16, "hidden": 16}, ()),
    "keras:diabetes-mlp": ("keras_regress", "diabetes", "mlp", {}, ()),
    "keras:cancer-binary": ("keras_binary", "cancer", "mlp", {}, ()),
    "keras:digits-lstm": ("keras_sequence", "digits", "lstm", {}, ()),
    "keras:docstrings-gru": ("keras_sequence", "docstrings", "text-gru", {"task": "words"}, ()),
    "keras:digits-dataset": ("keras_dataset", "digits", "cnn", {}, ()),
    "keras:digits-autoencoder": ("keras_autoencoder", "digits", "autoencoder", {}, ()),
}
