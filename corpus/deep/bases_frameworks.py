"""The healthy trainings of frameworks other than PyTorch and Keras: as `bases.py` has them of PyTorch."""

SCORES = {
    "tfjs_classify": (
        ("valAccuracy", r"val_acc: (\S+)", True), ("valLoss", r"val_loss: (\S+)", False), ("trainLoss", r"- loss: (\S+)", False)),
    "tfjs_regress": (
        ("testR2", r"^r2 (\S+)", True), ("testLoss", r"test mse (\S+)", False), ("trainLoss", r"train mse (\S+)", False)),
}

BASES = {
    "tensorflow-js:digits-mlp": ("tfjs_classify", "digits", "mlp", {}, ()),
    "tensorflow-js:diabetes-mlp": ("tfjs_regress", "diabetes", "mlp", {}, ()),
}
