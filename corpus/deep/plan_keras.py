"""The ill runs of Keras: what is done to which base on which backend, and which answers say so."""

from entry import entries, large_batch, rate, short, small_batch
from plan_ill import FAMILY, LOW, NAN, STUCK

HIGH = "learning-rate-too-high exploding-gradients"
PAIR = "output-loss-mismatch"
OUTPUT = "wrong-output-activation"
STILL = "weights-not-updated"
DEAD = "dead-units poor-initialization"
VANISH = "vanishing-gradients wrong-hidden-activation missing-normalization"
MUCH = "too-much-regularization"


def on(framework):
    """The function that makes runs of this framework."""
    return lambda *told, **more: entries(*told, framework=framework, **more)


tf = on("keras-tensorflow")

OPTIMISATION = [
    *tf("rate-high", HIGH, rate(1), "digits-mlp/strong 2, digits-cnn/strong 3, cancer-binary/strong 1,"
        "diabetes-mlp/strong 1, digits-autoencoder/strong 1, wine-mlp/strong 1, docstrings-gru/strong 3"),
    *tf("rate-low", LOW, rate(-1), "digits-mlp/strong 1, digits-cnn/strong 2, diabetes-mlp/strong 1,"
        "wine-mlp/strong 2, docstrings-gru/strong 1"),
    *tf("zero-rate", STILL + " learning-rate-too-low", "zero-rate", "digits-mlp 2, diabetes-mlp 3", fatal=STUCK),
    *tf("rate-decays-per-batch", "learning-rate-too-low", "decays-per-batch", "digits-mlp 3, diabetes-mlp 2"),
    *tf("rate-decays-per-batch", "learning-rate-too-low", "decays-per-epoch-hook", "digits-mlp 1"),
    *tf("monitor-up", "learning-rate-too-low", "monitor-up", "cancer-binary 2"),
    *tf("clipped-to-nothing", LOW, "clipnorm", "digits-mlp 2, diabetes-mlp 1"),
    *tf("sgd", "wrong-optimizer learning-rate-too-low", "sgd", "digits-mlp 1, wine-mlp 2, docstrings-gru 3"),
    *tf("adadelta", "wrong-optimizer learning-rate-too-low", "adadelta", "digits-cnn 1"),
    *tf("sgd-on-scales", "wrong-optimizer unscaled-inputs", "sgd-scales", "diabetes-mlp/mild 2, diabetes-mlp/middle 1"),
    *tf("batch-large", "batch-too-large too-few-epochs", large_batch, "digits-mlp/strong 1, diabetes-mlp/strong 2,"
        "cancer-binary/strong 2"),
    *tf("batch-small", "batch-too-small learning-rate-too-high", small_batch(1), "digits-mlp/strong 3"),
    *tf("batch-small", "batch-too-small learning-rate-too-high", small_batch(3), "diabetes-mlp/strong 1"),
    *tf("short", "too-few-epochs learning-rate-too-low", short(2), "digits-cnn 1, digits-lstm 2", settings={"lr": 0.001}),
    *tf("dropout", MUCH, "dropout", "digits-mlp/strong 1, digits-cnn/strong 3, diabetes-mlp/strong 2,"
        "wine-mlp/strong 3"),
    *tf("dropout-input", MUCH, "dropout-input", "digits-cnn/strong 1"),
    *tf("penalty", MUCH, "l2", "digits-mlp/middle 1, digits-cnn/strong 2, diabetes-mlp/strong 3"),
    *tf("half-overflow", "numeric-overflow unscaled-inputs", "half", "digits-mlp 1", fatal=NAN),
]

MODEL = [
    *tf("dead-units", DEAD, "dead-units", "digits-mlp/strong 3, diabetes-mlp/strong 1, wine-mlp/strong 1"),
    *tf("dead-units", DEAD, "dead-bias", "digits-mlp 1, cancer-binary 2"),
    *tf("code-collapsed", "collapsed-output dead-units poor-initialization", "dead-code", "digits-autoencoder 3"),
    *tf("deep-sigmoid", VANISH, "deep-sigmoid", "digits-mlp/strong 3, cancer-binary/strong 3,"
        "wine-mlp/strong 2"),
    *tf("deep-sigmoid", VANISH, "sigmoid-stack", "digits-lstm/strong 2, docstrings-gru/strong 1"),
    *tf("hidden-sigmoid", "wrong-hidden-activation vanishing-gradients", "sigmoid-hidden", "digits-cnn 3, digits-dataset 2"),
    *tf("hidden-softmax", "wrong-hidden-activation vanishing-gradients", "softmax-hidden", "digits-mlp 2"),
    *tf("tanh-wide", "saturated-activations poor-initialization", "tanh-wide", "digits-mlp 2, wine-mlp 3"),
    *tf("init-zero", "poor-initialization", "init-zero", "digits-mlp 1, digits-cnn 2, diabetes-mlp 1, digits-lstm 3"),
    *tf("init-constant", "poor-initialization", "init-ones", "digits-mlp 2, diabetes-mlp 3"),
    *tf("init-normal", "poor-initialization", "init-normal", "digits-cnn 1, diabetes-mlp 2, docstrings-gru 2"),
    *tf("waist", "bottleneck model-too-small", "waist", "digits-mlp/strong 2, digits-lstm/strong 1, diabetes-mlp/strong 3"),
    *tf("code-of-one", "bottleneck model-too-small", "", "digits-autoencoder/strong 1", settings={"code": 1}),
    *tf("bn-momentum", "batch-norm-statistics", "batch-norm-slow", "digits-cnn 2"),
    *tf("no-step", STILL, "not-trainable", "cancer-binary 2, diabetes-mlp 1, docstrings-gru 2", fatal=STUCK),
    *tf("part-left-out", STILL, "frozen-hidden", "digits-mlp 2, digits-cnn 1, wine-mlp 2"),
    *tf("part-left-out", STILL, "frozen-body", "digits-lstm 2, docstrings-gru 3"),
    *tf("part-left-out", STILL, "encoder-frozen", "digits-autoencoder 1"),
    *tf("part-detached", STILL, "stopped-gradient", "digits-autoencoder 2"),
]

PAIRS = [
    *tf("softmax-twice", PAIR, "softmax-layer", "digits-mlp 1, wine-mlp 3"),
    *tf("softmax-twice", PAIR, "softmax-and-softmax", "digits-mlp 3"),
    *tf("softmax-twice", PAIR, "softmax-reshaped", "digits-lstm 1, docstrings-gru 2"),
    *tf("no-softmax", PAIR + " " + OUTPUT, "no-softmax", "digits-mlp 2, digits-lstm 2, docstrings-gru 1"),
    *tf("relu-output", OUTPUT + " " + PAIR, "relu-output", "digits-mlp 3, diabetes-mlp 2, digits-autoencoder 2"),
    *tf("tanh-output", OUTPUT + " " + PAIR, "tanh-output", "cancer-binary 2"),
    *tf("tanh-output", OUTPUT + " unscaled-targets", "tanh-raw", "diabetes-mlp 3"),
    *tf("sigmoid-output", OUTPUT, "sigmoid-output", "diabetes-mlp 2"),
    *tf("softmax-regression", OUTPUT + " " + PAIR, "softmax-output", "diabetes-mlp 1"),
    *tf("softmax-of-one", PAIR + " " + OUTPUT, "softmax-of-one", "cancer-binary 3", fatal=STUCK),
    *tf("softmax-of-one", PAIR + " " + OUTPUT, "one-unit-softmax", "digits-mlp 2"),
    *tf("sigmoid-of-classes", PAIR + " labels-out-of-range wrong-loss", "sigmoid-binary-loss", "digits-mlp 1"),
    *tf("no-sigmoid", PAIR + " " + OUTPUT, "no-activation", "cancer-binary 2"),
    *tf("sigmoid-twice", PAIR, "sigmoid-twice", "cancer-binary 1, digits-autoencoder 2"),
    *tf("mse-on-ids", "wrong-loss", "mse-on-ids", "digits-mlp 1, digits-lstm 3"),
    *tf("bce-regression", "wrong-loss output-loss-mismatch", "bce", "diabetes-mlp 2"),
]

DATA = [
    *tf("raw-inputs", "unscaled-inputs", "pixels", "digits-lstm 3"),
    *tf("raw-inputs", "unscaled-inputs", "raw", "digits-dataset 1, wine-mlp 2"),
    *tf("raw-inputs", "unscaled-inputs", "raw no-norm", "cancer-binary 1"),
    *tf("raw-inputs", "unscaled-inputs", "raw-inputs", "diabetes-mlp 3"),
    *tf("raw-inputs-sgd", "unscaled-inputs learning-rate-too-high", "pixels sgd", "digits-mlp 2", settings={"lr": 0.01}),
    *tf("raw-targets", "unscaled-targets", "raw-targets", "diabetes-mlp 1"),
    *tf("raw-targets", "unscaled-targets", "thousands", "diabetes-mlp 3"),
    *tf("one-and-two", "labels-out-of-range wrong-loss", "one-and-two", "cancer-binary 1"),
    *tf("two-and-four", "labels-out-of-range wrong-loss", "two-and-four", "cancer-binary 2"),
    *tf("minus-and-plus", "labels-out-of-range wrong-loss", "minus-and-plus", "cancer-binary 3"),
    *tf("sixteenths", "labels-out-of-range unscaled-inputs unscaled-targets wrong-loss saturated-output", "sixteenths", "digits-autoencoder 1"),
    *tf("bytes-as-targets", "labels-out-of-range unscaled-targets wrong-loss saturated-output", "bytes-as-targets", "digits-autoencoder 2"),
    *tf("sorted", "unshuffled-data", "sorted", "digits-mlp 1, diabetes-mlp 3, digits-lstm 1, docstrings-gru 2"),
    *tf("sorted", "unshuffled-data", "small-buffer", "digits-dataset 3"),
    *tf("split-of-sorted", "unshuffled-data distribution-shift", "split-of-sorted", "digits-mlp 2, wine-mlp 3"),
    *tf("one-class", "single-class", "one-class", "digits-mlp 1, cancer-binary 2"),
    *tf("imbalance", "class-imbalance", "imbalance", "digits-mlp/strong 2, cancer-binary/strong 3"),
    *tf("misaligned", "misaligned-labels label-noise", "misaligned", "digits-mlp 1, diabetes-mlp 3"),
    *tf("misaligned", "misaligned-labels label-noise", "shuffled-apart", "digits-cnn 2, digits-autoencoder 3"),
    *tf("misaligned", "misaligned-labels label-noise", "shuffle-x-only", "digits-lstm 1"),
    *tf("misaligned", "misaligned-labels label-noise", "wrong-batch", "digits-lstm 3, docstrings-gru 1"),
    *tf("label-noise", "label-noise misaligned-labels", "label-noise", "digits-mlp/strong 3, digits-cnn/middle 2"),
    *tf("conflicting", "conflicting-labels label-noise", "conflicting", "digits-mlp 2"),
    *tf("same-batch", "too-little-data unshuffled-data overfitting", "same-batch", "digits-lstm 2"),
    *tf("short-epoch", "too-few-epochs learning-rate-too-low too-little-data", "short-epoch", "digits-lstm 1"),
    *tf("missing", "missing-values", "missing", "digits-cnn/middle 2, cancer-binary/middle 3, diabetes-mlp/strong 1,"
        "wine-mlp/middle 2", fatal=NAN),
    *tf("missing-targets", "missing-values", "missing-targets", "diabetes-mlp/mild 2", fatal=NAN),
    *tf("few-examples", FAMILY, "few-examples", "digits-mlp/strong 1, digits-cnn/strong 2", settings={"epochs": 40}),
    *tf("few-examples", FAMILY, "few-examples", "diabetes-mlp/strong 3, diabetes-mlp/middle 1", settings={"epochs": 60, "units": 128}),
    *tf("few-examples", FAMILY, "few-examples", "docstrings-gru/middle 2", settings={"epochs": 20}),
]


def core(framework, seeds):
    """The faults that every backend is asked, at seeds of its own, and one of them on the data that are held out."""
    make, (a, b) = on(framework), seeds
    twice = "softmax-layer" if framework == "keras-2" else "logits-loss"
    return [
        *make("rate-high", HIGH, rate(1), f"digits-mlp/strong {a}, digits-cnn/strong {b}, wine-mlp/strong {a}"),
        *make("rate-low", LOW, rate(-1), f"digits-mlp/strong {b}"),
        *make("softmax-twice", PAIR, twice, f"digits-mlp {a}, wine-mlp {a}"),
        *make("no-softmax", PAIR + " " + OUTPUT, "no-softmax", f"digits-mlp {b}"),
        *make("raw-inputs", "unscaled-inputs", "raw-inputs", f"diabetes-mlp {b}"),
        *make("init-zero", "poor-initialization", "init-zero", f"digits-mlp {a}, diabetes-mlp {b}"),
        *make("no-step", STILL, "not-trainable", f"diabetes-mlp {b}", fatal=STUCK),
        *make("part-left-out", STILL, "frozen-hidden", f"digits-mlp {a}"),
        *make("sorted", "unshuffled-data", "sorted", f"digits-mlp {b}"),
        *make("deep-sigmoid", VANISH, "deep-sigmoid", f"digits-mlp/strong {a}"),
        *make("dead-units", DEAD, "dead-units", f"digits-mlp/strong {b}"),
        *make("missing", "missing-values", "missing", f"diabetes-mlp/middle {b}", fatal=NAN),
        *make("raw-targets", "unscaled-targets", "raw-targets", f"diabetes-mlp {b}"),
    ]


BACKENDS = core("keras-jax", (4, 5)) + core("keras-torch", (6, 7)) + core("keras-2", (8, 9))

RUNS = OPTIMISATION + MODEL + PAIRS + DATA + BACKENDS
