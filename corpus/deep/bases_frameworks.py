"""The healthy trainings of frameworks other than PyTorch and Keras: as `bases.py` has them of PyTorch."""

SCORES = {
    "tfjs_classify": (
        ("valAccuracy", r"val_acc: (\S+)", True), ("valLoss", r"val_loss: (\S+)", False), ("trainLoss", r"- loss: (\S+)", False)),
    "hf_classify": (
        ("evalAccuracy", r"'eval_accuracy': '?([^,'}]+)", True), ("evalLoss", r"'eval_loss': '?([^,'}]+)", False),
        ("trainLoss", r"\{'loss': '?([^,'}]+)", False)),
    "lightning_classify": (
        ("valAccuracy", r"val_acc: (\S+)", True), ("valLoss", r"val_loss: (\S+)", False), ("trainLoss", r"train_loss: (\S+)", False)),
    "accelerate_classify": (
        ("valAccuracy", r"val_acc: (\S+)", True), ("valLoss", r"val_loss: (\S+)", False), ("trainLoss", r"- loss: (\S+)", False)),
    "sklearn_mlp": (
        ("valScore", r" val_(?:acc|r2) (\S+)", True), ("valLoss", r"val_loss (\S+)", False), ("trainLoss", r"  loss (\S+)", False)),
    "tfjs_regress": (
        ("testR2", r"^r2 (\S+)", True), ("testLoss", r"test mse (\S+)", False), ("trainLoss", r"train mse (\S+)", False)),
}

BASES = {
    "transformers:digits-transformer": ("hf_classify", "digits", "transformer", {}, ()),
    "lightning:digits-mlp": ("lightning_classify", "digits", "mlp", {}, ()),
    "accelerate:digits-cnn": ("accelerate_classify", "digits", "cnn", {}, ()),
    "scikit-learn:digits-mlp": ("sklearn_mlp", "digits", "mlp", {}, ()),
    "scikit-learn:cancer-mlp": ("sklearn_mlp", "cancer", "mlp", {"data": "breast_cancer", "epochs": 12}, ()),
    "scikit-learn:diabetes-mlp": ("sklearn_mlp", "diabetes", "mlp", {"data": "diabetes", "epochs": 12}, ()),
    "scikit-learn:wine-mlp": ("sklearn_mlp", "wine", "mlp", {"data": "wine"}, ()),
    "tensorflow-js:digits-mlp": ("tfjs_classify", "digits", "mlp", {}, ()),
    "tensorflow-js:diabetes-mlp": ("tfjs_regress", "diabetes", "mlp", {}, ()),
}
