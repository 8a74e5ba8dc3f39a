"""The runs of frameworks other than PyTorch and Keras: their own programs, with the same names of faults."""

from entry import rate
from plan_healthy import WELL
from plan_ill import FAMILY, LOW, NAN, STUCK
from plan_keras import DEAD, HIGH, MUCH, OUTPUT, PAIR, STILL, VANISH, on

js = on("tensorflow-js")

TENSORFLOW_JS = [
    *js("rate-high", HIGH, rate(1), "digits-mlp/middle 1, digits-mlp/strong 2, diabetes-mlp/middle 3"),
    *js("rate-low", LOW, rate(-1), "digits-mlp/strong 1, diabetes-mlp/strong 2"),
    *js("softmax-twice", PAIR, "softmax-twice", "digits-mlp 1, digits-mlp 2"),
    *js("no-softmax", PAIR + " " + OUTPUT, "logits-as-probabilities", "digits-mlp 1, digits-mlp 3"),
    *js("relu-output", OUTPUT + " " + PAIR, "relu-output", "digits-mlp 2"),
    *js("relu-output", OUTPUT, "output-relu", "diabetes-mlp 1"),
    *js("sigmoid-output", OUTPUT, "output-sigmoid", "diabetes-mlp 2"),
    *js("mse-on-classes", "wrong-loss output-loss-mismatch", "squared-error", "digits-mlp 3"),
    *js("broadcast", PAIR, "broadcast", "diabetes-mlp 3, diabetes-mlp 1"),
    *js("raw-inputs", "unscaled-inputs", "raw-inputs", "digits-mlp 1, diabetes-mlp 2"),
    *js("raw-targets", "unscaled-targets", "raw-targets-adam", "diabetes-mlp 1"),
    *js("raw-targets", "unscaled-targets learning-rate-too-high", "raw-targets", "diabetes-mlp 2"),
    *js("init-zero", "poor-initialization", "init-zero", "digits-mlp 1, diabetes-mlp 3"),
    *js("init-constant", "poor-initialization", "init-constant", "digits-mlp/strong 2"),
    *js("no-step", STILL, "no-step", "digits-mlp 1", fatal=STUCK),
    *js("part-left-out", STILL, "part-left-out", "digits-mlp 2"),
    *js("sorted", "unshuffled-data", "sorted", "digits-mlp 3, diabetes-mlp 1"),
    *js("deep-sigmoid", VANISH, "deep-sigmoid", "digits-mlp 1, digits-mlp 3"),
    *js("dead-units", DEAD, "dead-units", "digits-mlp/strong 2"),
    *js("missing", "missing-values", "missing", "digits-mlp/middle 1, diabetes-mlp/strong 2", fatal=NAN),
    *js("few-examples", FAMILY, "few-examples", "digits-mlp/strong 3, diabetes-mlp/strong 1"),
    *js("penalty", MUCH, "strong-l2", "digits-mlp/strong 1"),
    *js("dropout", MUCH, "much-dropout", "digits-mlp/strong 2"),
    *js("healthy", WELL, "", "digits-mlp 1, digits-mlp 2, diabetes-mlp 1, diabetes-mlp 2"),
    *[
        run
        for change, places in (
            ("dropout", "digits-mlp 1"), ("weight-decay", "digits-mlp 2"), ("weight-decay", "diabetes-mlp 3"),
            ("batch-norm", "digits-mlp 3"), ("sparse-labels", "digits-mlp 1"), ("logits", "digits-mlp 2"),
            ("cnn", "digits-mlp 3"), ("early-stopping", "digits-mlp 1"), ("adam", "diabetes-mlp 2"), ("batches", "diabetes-mlp 1"))
        for run in js("odd-" + change, WELL, "odd-" + change, places, hard=True)
    ],
]

RUNS = TENSORFLOW_JS
