"""The ill runs: what is done to which base, and which answers say so."""

from entry import entries, large_batch, rate, short, small_batch

FAMILY = "overfitting too-little-data model-too-large too-little-regularization"
LOW = "learning-rate-too-low too-few-epochs"
NAN = "non-finite"
STUCK = "stuck"

OPTIMISATION = [
    *entries("rate-high", "learning-rate-too-high exploding-gradients", rate(1), "digits-mlp/mild 1, digits-mlp/middle 2, digits-mlp/strong 3,"
             "digits-cnn-bn/middle 1, digits-cnn-bn/strong 2, cancer-binary/strong 1, diabetes-mlp/middle 2,"
             "ecg-lstm/middle 1, ecg-lstm/strong 3, docstrings-transformer/middle 2, docstrings-transformer/strong 1,"
             "digits-transformer/middle 3, ascent-cnn/strong 2, digits-lstm/mild 2,"
             "wine-mlp/middle 1, digits-tcn/strong 3, ecg-tcn/middle 1"),
    *entries("rate-high-diverging", "learning-rate-too-high exploding-gradients", rate(1), "diabetes-mlp/strong 1, diabetes-mlp/strong 3", fatal=NAN),
    *entries("rate-low", LOW, rate(-1), "digits-mlp/middle 1, digits-mlp/strong 2, digits-cnn/mild 3, digits-cnn/middle 1,"
             "cancer-binary/middle 2, diabetes-mlp/middle 3, ecg-gru/middle 2, docstrings-transformer/middle 1,"
             "digits-autoencoder/strong 3, digits-transformer/mild 2, digits-transformer/strong 1, wine-mlp/middle 3, ecg-tcn/middle 2"),
    *entries("rate-decays-per-batch", "learning-rate-too-low", "exponential-per-batch", "ascent-cnn 1, ascent-cnn 2"),
    *entries("sgd", "wrong-optimizer learning-rate-too-low", "sgd", "digits-mlp 1, docstrings-transformer 2, ecg-lstm 3, digits-lstm 1,"
             "wine-mlp 1, digits-tcn 2"),
    *entries("adadelta", "wrong-optimizer learning-rate-too-low", "adadelta", "digits-cnn 3, digits-transformer 2"),
    *entries("sgd-on-scales", "wrong-optimizer unscaled-inputs", "scales sgd", "cancer-mlp/middle 1", settings={"lr": 0.01}),
    *entries("sgd-on-scales", "wrong-optimizer unscaled-inputs", "scales", "cancer-binary/mild 2, cancer-binary/middle 3, diabetes-mlp/mild 3"),
    *entries("batch-large", "batch-too-large too-few-epochs", large_batch, "digits-mlp/middle 1, digits-mlp/strong 2, digits-cnn/middle 2, cancer-binary/middle 3,"
             "diabetes-adam/middle 2, diabetes-adam/strong 1, digits-transformer/mild 1, digits-transformer/strong 2,"
             "digits-lstm/middle 1, wine-mlp/strong 1, ecg-tcn/middle 3"),
    *entries("batch-small", "batch-too-small learning-rate-too-high", small_batch(1), "cancer-binary/strong 1, diabetes-mlp/strong 2, diabetes-adam/strong 3,"
             "digits-lstm/mild 1, digits-mlp/mild 2"),
    *entries("batch-small", "batch-too-small learning-rate-too-high", small_batch(3), "iris-mlp/strong 2, wine-mlp/strong 3"),
    *entries("batch-small", "batch-too-small learning-rate-too-high", small_batch(240), "ecg-lstm/strong 1, docstrings-transformer/strong 2"),
    *entries("dropout", "too-much-regularization", "dropout", "digits-mlp/mild 1, digits-mlp/middle 2, digits-mlp/strong 3,"
             "docstrings-transformer/strong 2, ecg-lstm/strong 2, cancer-binary/strong 3, wine-mlp/strong 2"),
    *entries("dropout", "too-much-regularization", "cnn-dropout", "digits-cnn/strong 2"),
    *entries("weight-decay", "too-much-regularization", "weight-decay", "digits-mlp/middle 1,"
             "diabetes-mlp/strong 2, ecg-lstm/middle 3, digits-autoencoder/strong 1, digits-tcn/middle 1"),
    *entries("weight-decay", "too-much-regularization", "adam-decay", "docstrings-transformer/middle 3"),
    *entries("penalty", "too-much-regularization", "penalty", "digits-cnn/middle 3, diabetes-mlp/middle 2"),
    *entries("half-softmax", "numeric-overflow", "half-softmax", "digits-mlp 1, digits-cnn 2", fatal=NAN),
    *entries("half-softmax", "numeric-overflow", "own-softmax", "digits-lstm 3, digits-tcn 2", fatal=NAN),
    *entries("half-squares", "numeric-overflow", "half-squares", "diabetes-mlp 2, ecg-lstm 1, ascent-cnn 3", fatal=NAN),
    *entries("half-attention", "numeric-overflow", "half-attention", "docstrings-transformer 2", fatal=NAN),
    *entries("resumed-weights-only", "lost-optimizer-state", "resumed-weights", "digits-lstm 3, digits-lstm 1, digits-transformer 1, digits-transformer 2",
             first={}, resumed=True, twin="resumed-whole"),
    *entries("session-fresh", "lost-optimizer-state learning-rate-too-high", "session-fresh", "docstrings-transformer 2, docstrings-transformer 3"),
    *entries("one-cycle-resumed", "lost-optimizer-state learning-rate-too-high", "one-cycle-resumed", "digits-cnn 1, digits-mlp 2, digits-cnn 3", settings={"lr": 0.003}),
    *entries("short", "too-few-epochs learning-rate-too-low", short(1), "digits-transformer 1", settings={"lr": 0.001}),
    *entries("short", "too-few-epochs learning-rate-too-low", short(3), "diabetes-mlp 3, iris-mlp 1, ecg-tcn 1", settings={"lr": 0.001}),
    *entries("short", "too-few-epochs learning-rate-too-low", short(60), "docstrings-transformer 2, ecg-gru 3"),
    *entries("short", "too-few-epochs learning-rate-too-low", short(6), "wine-mlp 3, cancer-mlp 2", settings={"lr": 0.0005}),
]

DEAD = "dead-units poor-initialization"
INIT = "poor-initialization"
STILL = "weights-not-updated"
PART = "weights-not-updated"

MODEL = [
    *entries("dead-units", DEAD, "dead-units", "digits-mlp/mild 1, digits-mlp/middle 2, digits-mlp/strong 3, diabetes-mlp/strong 2,"
             "cancer-binary/strong 1, ecg-lstm/strong 3, wine-mlp/strong 1"),
    *entries("dead-units", DEAD, "dead-filters", "digits-cnn/middle 1, digits-cnn/strong 2, digits-autoencoder/strong 1,"
             "digits-tcn/strong 3"),
    *entries("tanh-wide", "saturated-activations poor-initialization", "tanh-wide", "digits-mlp 1, cancer-mlp 2, wine-mlp 3"),
    *entries("tanh-wide", "saturated-activations poor-initialization", "wide-tanh", "cancer-binary 2"),
    *entries("tanh-wide", "saturated-activations poor-initialization", "rnn-tanh-wide", "digits-lstm 3", architecture="rnn"),
    *entries("tanh-wide", "saturated-activations poor-initialization", "wide-init", "ecg-lstm 1"),
    *entries("tanh-on-raw", "unscaled-inputs saturated-activations", "tanh-pixels", "digits-mlp 2"),
    *entries("tanh-on-raw", "unscaled-inputs saturated-activations", "tanh raw", "wine-mlp 1"),
    *entries("tanh-on-raw", "unscaled-inputs saturated-activations", "tanh-raw-inputs", "diabetes-mlp 3"),
    *entries("sharp-output", "saturated-output poor-initialization", "sharp-output", "cancer-binary 1, cancer-binary 2"),
    *entries("output-bias", "saturated-output poor-initialization", "bias-far", "cancer-binary 3"),
    *entries("output-bias", "saturated-output poor-initialization", "bias-one-class", "digits-mlp 1, digits-cnn 2, wine-mlp 2"),
    *entries("wide-output", "saturated-output poor-initialization", "wide-output", "digits-autoencoder 1, digits-autoencoder 3"),
    *entries("hardest-negatives", "collapsed-output learning-rate-too-high", "hardest", "digits-triplet 1, digits-triplet 2", settings={"lr": 0.01}),
    *entries("pull-only", "collapsed-output wrong-loss", "pull-only", "digits-triplet 3, digits-triplet 1"),
    *entries("code-collapsed", "collapsed-output dead-units", "collapse", "digits-autoencoder 2, digits-autoencoder 3"),
    *entries("deep-sigmoid", "vanishing-gradients wrong-hidden-activation", "deep-sigmoid", "diabetes-mlp/middle 1, diabetes-mlp/strong 2, cancer-binary/mild 1,"
             "cancer-binary/middle 3, cancer-binary/strong 2"),
    *entries("deep-sigmoid", "vanishing-gradients wrong-hidden-activation missing-normalization", "sigmoid", "digits-deep 1, digits-deep 3", names=()),
    *entries("deep-sigmoid", "vanishing-gradients wrong-hidden-activation", "sigmoid-hidden", "digits-tcn 2, ecg-tcn 1"),
    *entries("recurrent-sigmoid", "vanishing-gradients wrong-hidden-activation", "rnn-sigmoid", "ecg-lstm 3, ecg-lstm 2", architecture="rnn"),
    *entries("deep-wide-init", "exploding-gradients poor-initialization missing-normalization", "adam deep-wide-init", "diabetes-mlp 1"),
    *entries("deep-wide-init", "exploding-gradients poor-initialization missing-normalization", "deep-wide-init", "diabetes-mlp 2", fatal=NAN),
    *entries("deep-wide-init", "exploding-gradients poor-initialization missing-normalization", "init-wide", "digits-deep 3", names=()),
    *entries("recurrent-relu", "exploding-gradients poor-initialization", "rnn-relu-wide", "digits-lstm 2", architecture="rnn"),
    *entries("recurrent-relu", "exploding-gradients poor-initialization", "rnn-relu", "ecg-lstm 3, ecg-lstm 1", architecture="rnn"),
    *entries("init-zero", INIT, "init-zero", "digits-cnn 2, digits-lstm 3, wine-mlp 2"),
    *entries("init-constant", INIT, "init-constant", "digits-mlp 2, ecg-lstm 1"),
    *entries("init-constant", INIT, "init-ones", "diabetes-mlp 1"),
    *entries("init-normal", INIT, "init-normal", "digits-cnn 3, digits-lstm 1, docstrings-transformer 3, ascent-cnn 1, diabetes-mlp 3, digits-tcn 1"),
    *entries("init-tiny", INIT, "init-tiny", "digits-deep 2", names=()),
    *entries("waist", "bottleneck model-too-small", "waist", "digits-deep/strong 3, diabetes-mlp/strong 1,"
             "digits-lstm/strong 2, digits-transformer/strong 3, docstrings-transformer/strong 2, ecg-lstm/strong 1, digits-tcn/strong 1"),
    *entries("code-of-one", "bottleneck model-too-small", "", "digits-autoencoder/strong 1", settings={"code": 1}),
    *entries("no-norm", "missing-normalization vanishing-gradients poor-initialization", "deeper", "digits-deep 1, digits-deep 2", names=(), twin="deeper"),
    *entries("no-norm", "missing-normalization vanishing-gradients poor-initialization", "tall", "digits-cnn 3, digits-cnn 1", twin="tall-norm"),
    *entries("no-norm", "missing-normalization vanishing-gradients poor-initialization", "adam deep", "diabetes-deep 1", names=()),
    *entries("bn-momentum", "batch-norm-statistics", "bn-momentum", "digits-cnn-bn 1, digits-cnn-bn 2, digits-tcn 1, ecg-tcn 2"),
    *entries("bn-batch-of-two", "batch-norm-statistics batch-too-small", "", "digits-cnn-bn 1, digits-cnn-bn 3", settings={"batch-size": 2, "epochs": 1}),
    *entries("eval-mode", "batch-norm-statistics", "eval-from-start", "digits-cnn-bn 2"),
    *entries("eval-mode", "batch-norm-statistics", "never-train-mode", "digits-cnn-bn 3"),
    *entries("eval-mode", "batch-norm-statistics", "no-train-mode", "digits-tcn 3"),
    *entries("body-drifts", "batch-norm-statistics", "body-drifts", "digits-finetune 1"),
    *entries("never-eval", "too-much-regularization evaluation-asymmetry", "forgot-eval", "ecg-lstm 2"),
    *entries("other-model", STILL, "model-after-optimizer", "digits-cnn 2", fatal=STUCK),
    *entries("other-model", STILL, "other-model", "ascent-cnn 2, ecg-lstm 3, digits-tcn 2", fatal=STUCK),
    *entries("other-model", STILL, "rebuilt", "digits-transformer 3", fatal=STUCK),
    *entries("other-model", STILL, "old-head", "digits-finetune 3"),
    *entries("no-step", STILL, "no-step", "digits-lstm 2, cancer-mlp 3", fatal=STUCK),
    *entries("no-graph", STILL, "no-grad", "digits-mlp 3, wine-mlp 1", fatal=STUCK),
    *entries("no-graph", STILL, "detached", "diabetes-mlp 2", fatal=STUCK),
    *entries("no-graph", STILL, "no-loop-grad", "docstrings-transformer 3", fatal=STUCK),
    *entries("zero-rate", "weights-not-updated learning-rate-too-low", "zero-rate", "digits-cnn 1", fatal=STUCK),
    *entries("zero-rate", "weights-not-updated learning-rate-too-low", "zero-warmup", "docstrings-transformer 2", fatal=STUCK),
    *entries("part-left-out", PART, "python-list", "digits-mlp 2, digits-tcn 1"),
    *entries("part-left-out", PART, "head-only", "digits-cnn 3, digits-transformer 2"),
    *entries("part-left-out", PART, "last-layer", "diabetes-mlp 3"),
    *entries("part-left-out", PART, "forgotten-group", "docstrings-transformer 1"),
    *entries("part-left-out", PART, "encoder-only", "digits-autoencoder 2"),
    *entries("part-detached", PART, "detached-hidden", "diabetes-mlp 2"),
    *entries("part-detached", PART, "frozen-body", "docstrings-transformer 3"),
    *entries("part-detached", PART, "detached-features", "digits-lstm 2"),
    *entries("part-detached", PART, "detached-code", "digits-autoencoder 3"),
    *entries("gan-one-optimizer", PART, "one-optimizer", "digits-gan 1"),
    *entries("not-cleared", "gradients-not-cleared", "not-cleared", "digits-mlp 1, digits-cnn-bn 2, diabetes-mlp 3, docstrings-transformer 1, ecg-lstm 2,"
             "digits-lstm 3, digits-transformer 1, cancer-binary 2, ascent-cnn 3, wine-mlp 2, digits-tcn 3"),
    *entries("cleared-late", STILL, "cleared-late", "diabetes-mlp 1"),
]

PAIRING = "output-loss-mismatch"
OUTPUT = "wrong-output-activation"

PAIRS = [
    *entries("relu-output", OUTPUT, "relu-output", "diabetes-mlp 1, ecg-lstm 2, ascent-cnn 3, digits-mlp 1, ecg-tcn 1"),
    *entries("sigmoid-output", OUTPUT, "sigmoid-output", "diabetes-mlp 2, ecg-gru 3, ascent-cnn 1, ecg-tcn 3"),
    *entries("tanh-output", OUTPUT, "tanh-output", "ecg-lstm 1, digits-autoencoder 2"),
    *entries("tanh-output", "wrong-output-activation unscaled-targets", "tanh-raw", "diabetes-mlp 3"),
    *entries("softmax-regression", OUTPUT + " output-loss-mismatch", "softmax-output", "diabetes-mlp 2"),
    *entries("relu-logits", "wrong-output-activation output-loss-mismatch", "relu-logits", "cancer-binary 2"),
    *entries("softmax-twice", PAIRING, "softmax-output", "digits-mlp 1, digits-cnn 2, docstrings-transformer 3, wine-mlp 2, digits-tcn 1"),
    *entries("softmax-twice", PAIRING, "softmax-into-cross-entropy", "digits-lstm 3"),
    *entries("logits-into-nll", PAIRING, "nll-on-logits", "digits-mlp 3, docstrings-transformer 1, digits-tcn 2"),
    *entries("logits-into-nll", PAIRING, "logits-into-nll", "digits-transformer 2"),
    *entries("softmax-into-nll", PAIRING, "softmax-into-nll", "digits-lstm 2"),
    *entries("wrong-dimension", PAIRING, "wrong-dim", "digits-lstm 1, digits-transformer 3"),
    *entries("sigmoid-twice", PAIRING, "sigmoid-twice", "cancer-binary 1"),
    *entries("sigmoid-twice", PAIRING, "logits-loss", "digits-autoencoder 2"),
    *entries("softmax-of-one", PAIRING, "softmax-of-one", "cancer-binary 2", fatal=STUCK),
    *entries("broadcast", PAIRING, "broadcast", "diabetes-mlp 1, ecg-lstm 2, ecg-tcn 3"),
    *entries("hidden-softmax", "wrong-hidden-activation vanishing-gradients", "softmax-hidden", "digits-mlp 1, cancer-mlp 2, wine-mlp 3"),
    *entries("hidden-sigmoid", "wrong-hidden-activation vanishing-gradients", "cnn-sigmoid", "digits-cnn 1, digits-cnn 3"),
    *entries("hidden-none", "wrong-hidden-activation", "linear", "digits-mlp 2"),
    *entries("mse-on-ids", "wrong-loss", "mse-on-ids", "digits-mlp 1, digits-cnn 2, docstrings-transformer 3"),
    *entries("bce-regression", "wrong-loss output-loss-mismatch", "bce", "diabetes-mlp 1, diabetes-mlp 3"),
    *entries("ce-of-one", "wrong-loss output-loss-mismatch", "l1-of-logits", "cancer-binary 3"),
]

DATA = [
    *entries("pixels", "unscaled-inputs", "pixels", "digits-cnn 1, digits-lstm 2, digits-transformer 3, digits-triplet 1, digits-tcn 2"),
    *entries("pixels-sgd", "unscaled-inputs learning-rate-too-high", "pixels sgd", "digits-mlp 1, digits-mlp 3"),
    *entries("raw-inputs", "unscaled-inputs", "raw", "cancer-mlp 2, cancer-binary 1, wine-mlp 3"),
    *entries("raw-inputs", "unscaled-inputs", "raw-inputs", "diabetes-mlp 3, ecg-lstm 2"),
    *entries("raw-inputs", "unscaled-inputs unscaled-targets", "raw-pixels", "ascent-cnn 1"),
    *entries("raw-inputs", "unscaled-targets unscaled-inputs", "microvolts", "ecg-lstm 3"),
    *entries("raw-targets", "unscaled-targets", "raw-targets", "diabetes-mlp 1, diabetes-adam 2, ecg-lstm 3, ecg-tcn 1"),
    *entries("raw-targets", "unscaled-targets", "thousands", "diabetes-adam 3"),
    *entries("raw-targets", "unscaled-targets learning-rate-too-high", "thousands", "diabetes-mlp 2", fatal=NAN),
    *entries("raw-targets", "unscaled-targets", "offset-targets", "ecg-gru 1"),
    *entries("one-and-two", "labels-out-of-range wrong-loss", "one-and-two", "cancer-binary 1"),
    *entries("two-and-four", "labels-out-of-range wrong-loss", "two-and-four", "cancer-binary 2"),
    *entries("minus-and-plus", "labels-out-of-range wrong-loss", "minus-and-plus", "cancer-binary 3"),
    *entries("sixteenths", "labels-out-of-range unscaled-inputs unscaled-targets wrong-loss saturated-output", "sixteenths", "digits-autoencoder 1"),
    *entries("bytes-as-targets", "labels-out-of-range unscaled-targets wrong-loss saturated-output", "bytes-as-targets", "digits-autoencoder 2"),
    *entries("all-ignored", "labels-out-of-range no-targets-found", "all-ignored", "docstrings-transformer 1", fatal=NAN),
    *entries("ignored", "labels-out-of-range no-targets-found single-class", "ignored", "digits-mlp 2, wine-mlp 1"),
    *entries("sorted", "unshuffled-data", "sorted", "digits-mlp 1, digits-cnn-bn 2, diabetes-mlp 3, digits-lstm 1, digits-transformer 2,"
             "wine-mlp 1, digits-tcn 2"),
    *entries("in-order", "unshuffled-data", "in-order", "ecg-lstm 2"),
    *entries("one-class", "single-class", "one-class", "digits-mlp 1, digits-cnn 2, digits-transformer 3, cancer-binary 1, wine-mlp 2, digits-tcn 3"),
    *entries("missing", "missing-values", "missing", "diabetes-mlp/mild 1, diabetes-mlp/middle 2, cancer-mlp/mild 3, digits-lstm/middle 1, ecg-lstm/mild 2,"
             "ascent-cnn/mild 3, cancer-binary/strong 2, wine-mlp/middle 3, ecg-tcn/mild 1", fatal=NAN),
    *entries("missing-targets", "missing-values", "missing-targets", "diabetes-mlp/middle 3, ecg-gru/mild 1", fatal=NAN),
    *entries("few-examples", FAMILY, "few-examples", "digits-mlp/strong 1, digits-mlp/middle 2", settings={"hidden": 512, "epochs": 60}),
    *entries("few-examples", FAMILY, "few-examples", "diabetes-adam/strong 3, diabetes-adam/middle 1", settings={"hidden": 128, "epochs": 120, "lr": 0.003}),
    *entries("few-examples", FAMILY, "few-examples", "digits-lstm/strong 2", settings={"epochs": 80}),
    *entries("few-examples", FAMILY, "few-examples", "digits-tcn/strong 1", settings={"max_epochs": 60}),
]

RUNS = OPTIMISATION + MODEL + PAIRS + DATA
