"""The healthy runs: the twins of the ill ones, and runs that look odd and are right."""

from entry import entries

# what may be said of a run in which nothing is wrong
WELL = "healthy evaluation-asymmetry batch-noise loss-scale"

TWINS = entries("healthy", WELL, "", (
    "digits-mlp 1, digits-deep 2, digits-cnn 1, digits-cnn-bn 1, digits-cnn-bn 3, cancer-mlp 2,"
    "iris-mlp 1, wine-mlp 1, wine-mlp 2, diabetes-mlp 1, diabetes-adam 3, diabetes-deep 2,"
    "ascent-cnn 1, ascent-cnn 2, docstrings-transformer 1, docstrings-transformer 2, ecg-lstm 1, ecg-gru 3,"
    "digits-lstm 2, digits-transformer 1, digits-transformer 3, cancer-binary 1,"
    "digits-autoencoder 3, digits-triplet 2, digits-tcn 1, digits-tcn 2,"
    "ecg-tcn 1, ecg-tcn 2"))


def odd(change, places, **more):
    """A run that looks odd and is right."""
    label = "odd-" + more.pop("label", change.replace(" ", "-"))
    return entries(label, WELL, change, places, hard=True, **more)


HARD = [
    *odd("", "digits-finetune 1, digits-finetune 2", label="frozen-body"),
    *odd("no-freeze", "digits-finetune 1, digits-finetune 2", label="two-rates"),
    *odd("", "digits-gan 1, digits-gan 2", label="gan"),
    *odd("", "iris-lbfgs 1, iris-lbfgs 2", label="lbfgs"),
    *odd("wolfe", "iris-lbfgs 3"),
    *odd("tied", "docstrings-transformer 1, docstrings-transformer 2"),
    *odd("smoothing", "docstrings-transformer 2, digits-cnn 3, wine-mlp 1"),
    *odd("bf16", "docstrings-transformer 3"),
    *odd("accumulate", "docstrings-transformer 1"),
    *odd("padded", "docstrings-transformer 2, docstrings-transformer 3"),
    *odd("session", "docstrings-transformer 1, docstrings-transformer 2"),
    *odd("constant-rate", "docstrings-transformer 3"),
    *odd("no-clip", "docstrings-transformer 2, ascent-cnn 1"),
    *odd("warm-restarts", "ascent-cnn 2, ascent-cnn 3"),
    *odd("steps", "ascent-cnn 1, ascent-cnn 3"),
    *odd("group-norm", "ascent-cnn 2"),
    *odd("l1", "ascent-cnn 3"),
    *odd("huber", "ascent-cnn 1, diabetes-mlp 2"),
    *odd("", "ascent-cnn 2, ascent-cnn 3", label="resumed", first={"epochs": 6}, settings={"epochs": 12}),
    *odd("resumed-whole", "digits-lstm 1, digits-transformer 2", label="resumed", first={}),
    *odd("norm-raw", "cancer-mlp 1, iris-mlp 3, wine-mlp 2"),
    *odd("norm-first raw", "cancer-binary 1, cancer-binary 3"),
    *odd("bce-loss", "cancer-binary 2"),
    *odd("relu", "cancer-binary 3"),
    *odd("weighted", "cancer-binary 2, digits-lstm 3"),
    *odd("class-weights", "digits-mlp 2, digits-cnn 1"),
    *odd("log-softmax-twice", "digits-lstm 1, digits-transformer 3"),
    *odd("bidirectional", "digits-lstm 2"),
    *odd("gelu", "digits-transformer 1"),
    *odd("cosine", "digits-lstm 3"),
    *odd("clip", "ecg-lstm 1, ecg-lstm 3"),
    *odd("cosh", "ecg-gru 2"),
    *odd("sgd-momentum", "ecg-lstm 2", settings={"lr": 0.01}),
    *odd("sgd-momentum", "digits-mlp 3, digits-cnn 1", settings={"lr": 0.05}),
    *odd("own-validation", "ecg-lstm 3"),
    *odd("mse", "digits-autoencoder 1, digits-autoencoder 3"),
    *odd("noise", "digits-autoencoder 2"),
    *odd("zero-head", "digits-mlp 2, digits-cnn 3, wine-mlp 1"),
    *odd("early-stop", "cancer-mlp 1, digits-cnn-bn 2"),
    *odd("plateau", "digits-mlp 1, iris-mlp 2"),
    *odd("half-dropout", "digits-cnn 2, digits-cnn-bn 1"),
    *odd("summed", "digits-mlp 3, cancer-mlp 2, diabetes-mlp 1"),
    *odd("one-hot", "digits-mlp 1, iris-mlp 1"),
    *odd("swa", "digits-cnn 1"),
    *odd("one-cycle", "digits-cnn 2, digits-mlp 3", settings={"lr": 0.003}),
    *odd("two-losses", "diabetes-mlp 2, diabetes-mlp 3"),
    *odd("unit-targets", "diabetes-adam 1, diabetes-adam 2", settings={"lr": 0.003}),
    *odd("warm", "diabetes-mlp 3"),
    *odd("none-grads", "diabetes-mlp 1"),
    *odd("", "iris-mlp 1, iris-mlp 3", label="small-batches", settings={"batch-size": 4, "epochs": 10, "lr": 0.005}),
    *odd("", "digits-mlp 2", label="noisy-batches", settings={"batch-size": 8, "epochs": 2, "lr": 0.003}),
    *odd("", "docstrings-transformer 3", label="noisy-batches", settings={"batch": 8, "lr": 0.003}),
    *odd("", "digits-tcn 2", label="dropout-0.4", settings={"dropout": 0.4}),
]

RUNS = TWINS + HARD
