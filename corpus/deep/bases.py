"""The healthy trainings from which every run departs: a program with its settings, and how its scores stand in its output."""

import re

import bases_frameworks
import bases_keras
import frameworks

# program -> (name of a score, pattern of its numbers, whether more is better), the first is what the program is for
SCORES = {
    "classify": (("valAccuracy", r"val_acc: (\S+)", True), ("valLoss", r"val_loss: (\S+)", False), ("trainLoss", r"- loss: (\S+)", False)),
    "regress": (("testR2", r"r2 (\S+)", True), ("testLoss", r"test mse (\S+)", False), ("trainLoss", r"train mse (\S+)", False)),
    "denoise": (("valLoss", r"val (\S+)$", False), ("trainLoss", r"train (\S+)", False)),
    "tinygpt": (("evalLoss", r"'eval_loss': (\S+?),", False), ("trainLoss", r"\{'loss': (\S+?),", False)),
    "forecast": (("testLoss", r"test mse=(\S+)", False), ("trainLoss", r"iter .* mse=(\S+)", False)),
    "rows": (("testAccuracy", r"\((\S+)%\)$", True), ("testLoss", r"Average loss: (\S+),", False), ("trainLoss", r"\tLoss: (\S+)", False)),
    "binary": (("testAccuracy", r"Test acc: (\S+)%", True), ("testLoss", r"Test loss: (\S+),", False), ("trainLoss", r"\| Loss: (\S+),", False)),
    "autoencoder": (("pixelError", r"pixel error: (\S+)", False), ("testLoss", r"test_loss: (\S+),", False), ("trainLoss", r"train_loss: (\S+),", False)),
    "gan": (("distance", r"real image: (\S+),", False), ("spread", r"spread of samples: (\S+)", True)),
    "triplet": (("accuracy", r"1-nn (\S+)", True), ("trainLoss", r"triplet (\S+)", False)),
    "finetune": (("valAccuracy", r"acc (\S+)", True), ("trainLoss", r"loss (\S+)", False)),
    "fullbatch": (("right", r"; (\d+) of", True), ("trainLoss", r"objective (\S+);", False)),
    "tcn": (("valScore", r"val_score=(\S+)", True), ("valLoss", r"val_loss=(\S+)", False), ("trainLoss", r"train_loss=(\S+)", False)),
    **bases_keras.SCORES,
    **bases_frameworks.SCORES,
}

# name -> (program, data set, architecture, settings, changes that belong to it)
BASES = {
    "digits-mlp": ("classify", "digits", "mlp", {}, ()),
    "digits-deep": ("classify", "digits", "deep-mlp", {"model": "deep"}, ("with-norm",)),
    "digits-cnn": ("classify", "digits", "cnn", {"model": "cnn"}, ()),
    "digits-cnn-bn": ("classify", "digits", "cnn", {"model": "cnn-bn", "epochs": 6}, ()),
    "cancer-mlp": ("classify", "cancer", "mlp", {"data": "breast_cancer", "epochs": 18, "hidden": 32}, ()),
    "iris-mlp": ("classify", "iris", "mlp", {"data": "iris", "epochs": 40, "hidden": 16}, ()),
    "wine-mlp": ("classify", "wine", "mlp", {"data": "wine", "epochs": 40, "hidden": 16, "batch-size": 16}, ()),
    "diabetes-mlp": ("regress", "diabetes", "mlp", {"epochs": 24}, ()),
    "diabetes-adam": ("regress", "diabetes", "mlp", {"epochs": 24}, ("adam",)),
    "diabetes-deep": ("regress", "diabetes", "deep-mlp", {"epochs": 24}, ("adam", "deep-residual")),
    "ascent-cnn": ("denoise", "ascent", "cnn", {}, ()),
    "docstrings-transformer": ("tinygpt", "docstrings", "transformer", {}, ()),
    "ecg-lstm": ("forecast", "ecg", "lstm", {}, ()),
    "ecg-gru": ("forecast", "ecg", "gru", {}, ("gru", "own-validation")),
    "digits-lstm": ("rows", "digits", "lstm", {}, ()),
    "digits-transformer": ("rows", "digits", "transformer", {"arch": "transformer"}, ()),
    "cancer-binary": ("binary", "cancer", "mlp", {}, ()),
    "digits-autoencoder": ("autoencoder", "digits", "autoencoder", {}, ()),
    "digits-triplet": ("triplet", "digits", "embedding", {}, ()),
    "digits-gan": ("gan", "digits", "gan", {}, ()),
    "digits-finetune": ("finetune", "digits", "cnn", {}, ()),
    "iris-lbfgs": ("fullbatch", "iris", "mlp", {}, ()),
    "digits-tcn": ("tcn", "digits", "tcn", {"task": "digits"}, ()),
    "ecg-tcn": ("tcn", "ecg", "tcn", {"task": "ecg"}, ()),
    **bases_keras.BASES,
    **bases_frameworks.BASES,
}

HELD_OUT_DATA = ("wine",)
HELD_OUT_ARCHITECTURES = ("tcn", "text-gru")


def named(base, framework):
    """The base of this name that the framework's family has; those of PyTorch bear no family."""
    group = frameworks.family(framework)
    return base if group == "torch" else f"{group}:{base}"


def swept_on(base):
    """The framework on which the rate of a base is found: the first of its family."""
    group = base.split(":")[0] if ":" in base else "torch"
    return next(name for name in frameworks.FRAMEWORKS if frameworks.family(name) == group)


def curves(program, printed):
    """Every number of each score as it was printed, in order; `nan` and `inf` included."""
    found = {}
    for name, pattern, _ in SCORES[program]:
        values = []
        for text in re.findall(pattern, printed, re.MULTILINE):
            try:
                values.append(float(text.strip("',)}")))
            except ValueError:
                continue
        found[name] = values
    return found
