"""The healthy runs of Keras: the twins of the ill ones, and runs that look odd and are right."""

from plan_healthy import WELL
from plan_keras import on, tf

TWINS = tf("healthy", WELL, "", (
    "digits-mlp 1, digits-mlp 2, digits-cnn 1, digits-cnn 3, cancer-binary 1, cancer-binary 2, diabetes-mlp 1, diabetes-mlp 3,"
    "digits-lstm 1, digits-lstm 2, digits-dataset 1, digits-dataset 3, digits-autoencoder 1, digits-autoencoder 2,"
    "wine-mlp 1, wine-mlp 2, docstrings-gru 1, docstrings-gru 3"))


def odd(change, places, make=tf, **more):
    """A run that looks odd and is right."""
    label = "odd-" + more.pop("label", change.replace(" ", "-"))
    return make(label, WELL, change, places, hard=True, **more)


HARD = [
    # TensorFlow's Keras takes the logits behind a softmax or a sigmoid, whatever the loss is told
    *odd("logits-loss", "digits-mlp 1, digits-cnn 3, cancer-binary 2", label="softmax-healed"),
    *odd("sigmoid-output", "digits-mlp 1", label="sigmoid-healed"),
    *odd("small-dropout", "digits-mlp 2", label="dropout"),
    *odd("half-dropout", "cancer-binary 3"),
    *odd("small-l2", "digits-mlp 3", label="weight-decay"),
    *odd("batch-norm", "digits-cnn 1, digits-cnn 2"),
    *odd("early-stopping", "digits-mlp 1, wine-mlp 3", label="early-stop", settings={"epochs": 30}),
    *odd("cosine", "digits-mlp 2, digits-cnn 3"),
    *odd("smoothing", "digits-mlp 3, digits-cnn 1"),
    *odd("class-weights", "digits-mlp 1, cancer-binary 2"),
    *odd("sample-weights", "digits-mlp 2"),
    *odd("gaussian-noise", "digits-mlp 1"),
    *odd("augmentation", "digits-cnn 2"),
    *odd("bfloat16", "digits-mlp 3"),
    *odd("steps-per-execution", "digits-cnn 1"),
    *odd("frozen-body", "digits-cnn 1, digits-cnn 3"),
    *odd("", "digits-mlp 3", label="small-batches", settings={"batch_size": 4, "epochs": 3, "lr": 0.001}),
    *odd("", "digits-mlp 2", label="large-model", settings={"hidden": 512, "epochs": 5, "lr": 0.001}),
    *odd("load-weights", "digits-mlp 1, digits-cnn 2", label="resumed", first={}),
    *odd("normalization-layer", "digits-cnn 2, wine-mlp 1, diabetes-mlp 3"),
    *odd("rescaling-layer", "digits-mlp 1, digits-cnn 3"),
    *odd("logits-both", "digits-mlp 2, cancer-binary 1"),
    *odd("one-hot", "digits-cnn 1"),
    *odd("norm-first", "cancer-binary 2"),
    *odd("two-units", "cancer-binary 1"),
    *odd("huber", "diabetes-mlp 2"),
    *odd("momentum", "diabetes-mlp 3"),
    *odd("tanh", "digits-mlp 3"),
    *odd("unit-targets", "diabetes-mlp 2"),
    *odd("bidirectional", "digits-lstm 3, docstrings-gru 2"),
    *odd("recurrent-dropout", "digits-lstm 1"),
    *odd("clip", "digits-lstm 2"),
    *odd("repeat", "digits-dataset 2"),
    *odd("noise", "digits-dataset 1"),
    *odd("mse", "digits-autoencoder 3"),
    *odd("own-step", "digits-autoencoder 1"),
]

BACKENDS = [
    run
    for framework, seed in (("keras-jax", 4), ("keras-torch", 6), ("keras-2", 8))
    for run in (
        *on(framework)("healthy", WELL, "", f"digits-mlp {seed}, diabetes-mlp {seed + 1}, wine-mlp {seed}"),
        *odd("batch-norm", f"digits-cnn {seed}", on(framework)),
        *odd("early-stopping", f"digits-mlp {seed}", on(framework), label="early-stop", settings={"epochs": 30}),
    )
]

RUNS = TWINS + HARD + BACKENDS
