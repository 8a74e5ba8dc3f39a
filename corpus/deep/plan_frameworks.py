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
    *js("broadcast", PAIR, "broadcast", "diabetes-mlp 3, diabetes-mlp 1"),
    *js("raw-inputs", "unscaled-inputs", "raw-inputs", "digits-mlp 1, diabetes-mlp 2"),
    *js("raw-targets", "unscaled-targets", "raw-targets-adam", "diabetes-mlp 1"),
    *js("raw-targets", "unscaled-targets learning-rate-too-high", "raw-targets", "diabetes-mlp 2"),
    *js("init-zero", "poor-initialization", "init-zero", "digits-mlp 1, diabetes-mlp 3"),
    *js("init-constant", "poor-initialization", "init-constant", "digits-mlp/strong 2"),
    *js("no-step", STILL, "no-step", "digits-mlp 1", fatal=STUCK),
    *js("part-left-out", STILL, "part-left-out", "digits-mlp 2"),
    *js("sorted", "unshuffled-data", "sorted", "digits-mlp 3"),
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
            ("cnn", "digits-mlp 3"), ("early-stopping", "digits-mlp 1"), ("batches", "diabetes-mlp 1"))
        for run in js("odd-" + change, WELL, "odd-" + change, places, hard=True)
    ],
]



def shared(framework, base, seeds, **changes):
    """The faults that every trainer's program knows, each at one seed; `changes` are faults that it knows besides."""
    make, (a, b) = on(framework), seeds
    ill = [
        ("rate-high", HIGH, f"{base}/strong {a}"),
        ("rate-low", LOW, f"{base}/strong {b}"),
        ("softmax-twice", PAIR, f"{base} {a}"),
        # the convolutions of Accelerate's program are none the worse for it
        *([] if framework == "accelerate" else [("raw-inputs", "unscaled-inputs", f"{base} {b}")]),
        ("init-zero", "poor-initialization", f"{base} {a}"),
        ("part-left-out", STILL, f"{base} {b}"),
        ("no-step", STILL, f"{base} {a}"),
        ("sorted", "unshuffled-data", f"{base} {b}"),
        ("missing", "missing-values", f"{base}/middle {a}"),
        ("few-examples", FAMILY, f"{base}/strong {b}"),
    ]
    ill += [(change, accept, f"{base}{strength} {a}") for change, (accept, strength) in changes.items()]
    kinds = {"no-step": STUCK, "missing": NAN}
    return [
        *[run for label, accept, place in ill for run in make(label, accept, label, place, fatal=kinds.get(label))],
        *make("healthy", WELL, "", f"{base} {a}, {base} {b}"),
        *[run for change in ("odd-weight-decay", "odd-dropout") for run in make(change, WELL, change, f"{base} {b}", hard=True)],
    ]


TRAINERS = [
    *shared("transformers", "digits-transformer", (1, 2)),
    *on("transformers")("odd-accumulation", WELL, "odd-accumulation", "digits-transformer 1", hard=True),
    *shared("lightning", "digits-mlp", (1, 2), **{"deep-sigmoid": (VANISH, "/strong"), "dead-units": (DEAD, "/strong")}),
    *on("lightning")("odd-batch-norm", WELL, "odd-batch-norm", "digits-mlp 1", hard=True),
    *shared("accelerate", "digits-cnn", (1, 2), **{"not-cleared": ("gradients-not-cleared", ""), "dead-units": (DEAD, "/strong")}),
    *on("accelerate")("odd-batch-norm", WELL, "odd-batch-norm", "digits-cnn 1", hard=True),
]

sk = on("scikit-learn")

SCIKIT_LEARN = [
    *sk("rate-high", HIGH, "rate-high", "digits-mlp/strong 1, cancer-mlp/strong 2, diabetes-mlp/strong 3, wine-mlp/strong 1"),
    *sk("rate-low", LOW, "rate-low", "digits-mlp/strong 1, diabetes-mlp/strong 2"),
    *sk("few-examples", FAMILY, "few-examples", "digits-mlp/strong 3, cancer-mlp/strong 1"),
    *sk("raw-targets", "unscaled-targets", "raw-targets", "diabetes-mlp 1"),
    *sk("short", "too-few-epochs learning-rate-too-low", "short", "digits-mlp/strong 2"),
    *sk("weight-decay", MUCH, "too-much-decay", "digits-mlp/strong 3, diabetes-mlp/strong 1"),
    *sk("waist", "bottleneck model-too-small", "narrow", "digits-mlp/strong 2"),
    *sk("healthy", WELL, "", "digits-mlp 1, digits-mlp 2, cancer-mlp 1, diabetes-mlp 3, wine-mlp 2"),
    *sk("odd-tanh", WELL, "odd-tanh", "digits-mlp 3", hard=True),
]

RUNS = TENSORFLOW_JS + TRAINERS + SCIKIT_LEARN
