"""Trains a dense or convolutional Keras network on a packaged data set; `--fault` gets one thing wrong.

    python3 keras_train.py --data digits --epochs 15 --lr 0.001
    python3 keras_train.py --data cancer --fault missing-values --style bar
"""

import os

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")

import keras
import numpy as np
import tensorflow as tf
from keras import layers

import data
import keras_print
import settings

tf.config.threading.set_intra_op_parallelism_threads(1)
tf.config.threading.set_inter_op_parallelism_threads(1)

INITIAL = {
    "zero": keras.initializers.Zeros,
    "constant": lambda: keras.initializers.Constant(0.05),
    "huge": lambda: keras.initializers.RandomNormal(stddev=5.0),
}


def body(s, fault):
    """The hidden layers."""
    options = {}
    if s.init in INITIAL:
        options["kernel_initializer"] = INITIAL[s.init]()
    if fault == "dead-units":
        options["bias_initializer"] = keras.initializers.Constant(-20.0)
    if s.weight_decay and fault == "weight-decay":
        options["kernel_regularizer"] = keras.regularizers.L2(s.weight_decay)
    if s.net == "lenet":
        yield layers.Reshape((8, 8, 1))
        yield layers.Conv2D(16, (3, 3), activation=s.activation, padding="same", **options)
        yield layers.MaxPooling2D((2, 2))
        yield layers.Conv2D(32, (3, 3), activation=s.activation, padding="same", **options)
        yield layers.MaxPooling2D((2, 2))
        yield layers.Flatten()
    for _ in range(s.depth):
        yield layers.Dense(s.width, activation=s.activation, **options)
        if s.normalize:
            yield layers.BatchNormalization(momentum=0.99999 if fault == "batch-norm-statistics" else 0.9)
        if s.dropout:
            yield layers.Dropout(s.dropout)


def head(s, classes, fault):
    """The last layer, the loss and the metrics."""
    if not classes:
        last = {"wrong-output-activation": "relu"}.get(fault)
        return layers.Dense(1, activation=last), "mse", ["accuracy" if fault == "wrong-metric" else "mae"]
    if fault == "wrong-loss":
        return layers.Dense(1, activation="sigmoid"), "binary_crossentropy", ["accuracy"]
    if fault == "mse-loss":
        return layers.Dense(1), "mse", ["accuracy"]
    if fault == "output-loss-mismatch" and classes == 2:
        return layers.Dense(1, activation="softmax"), "binary_crossentropy", ["accuracy"]
    if classes == 2:
        return layers.Dense(1, activation="sigmoid"), "binary_crossentropy", ["accuracy"]
    last = None if fault == "output-loss-mismatch" else "softmax"
    return layers.Dense(classes, activation=last), "sparse_categorical_crossentropy", ["accuracy"]


def optimizer(s, steps):
    """The optimizer with its schedule."""
    rate = s.lr
    if s.schedule == "cosine":
        total = steps * s.epochs
        rate = keras.optimizers.schedules.CosineDecay(
            s.lr / 100, total - total // 10, warmup_target=s.lr, warmup_steps=total // 10
        )
    clip = s.clip or None
    if s.optimizer == "sgd":
        return keras.optimizers.SGD(rate, momentum=s.momentum, clipnorm=clip)
    if s.optimizer == "rmsprop":
        return keras.optimizers.RMSprop(rate, clipnorm=clip)
    return keras.optimizers.Adam(rate, clipnorm=clip)


def callbacks(s):
    """Early stopping and rate schedules that print."""
    found = []
    if s.patience:
        found.append(keras.callbacks.EarlyStopping(patience=s.patience, restore_best_weights=True, verbose=1))
    if s.schedule == "step":
        every = max(1, s.epochs // 3)
        found.append(
            keras.callbacks.LearningRateScheduler(lambda e, lr: s.lr * 0.1 ** (e // every), verbose=0)
        )
    if s.schedule == "plateau":
        found.append(keras.callbacks.ReduceLROnPlateau(patience=3, factor=0.2, verbose=1))
    return found


def train(model, d, s, args):
    """Fit as the style asks; return the history of each epoch."""
    verbose, printers = keras_print.fit_options(args.style, args.output)
    if args.style == "batches":
        printers.append(keras_print.FullBatchTrace(4))
    options = {"validation_data": (d.x_val, d.y_val)}
    if args.fault == "unshuffled-split":
        options = {"validation_split": 0.2}
    fitted = model.fit(
        d.x_train,
        d.y_train,
        batch_size=settings.batch_size(s, len(d.x_train)),
        epochs=s.epochs,
        shuffle=args.fault != "unshuffled-data",
        verbose=verbose,
        callbacks=callbacks(s) + printers,
        **options,
    )
    keras_print.after_fit(args.style, args.output, fitted.history)
    return fitted.history


def main():
    args = settings.parser(__doc__).parse_args()
    s = settings.read(args)
    keras.utils.set_random_seed(args.seed)
    d = data.load(s.data, args.fault, settings.level(args), args.seed, s.examples)
    last, loss, metrics = head(s, d.classes, args.fault)
    model = keras.Sequential([layers.Input((d.x_train.shape[1],)), *body(s, args.fault), last])
    model.trainable = args.fault != "weights-not-updated"
    steps = -(-len(d.x_train) // settings.batch_size(s, len(d.x_train)))
    model.compile(optimizer=optimizer(s, steps), loss=loss, metrics=metrics)
    if args.summary:
        model.summary()
    history = train(model, d, s, args)
    test = model.evaluate(d.x_test, d.y_test, verbose=0) if args.result else None
    settings.write_result(
        args.result,
        s,
        {k: [float(x) for x in v] for k, v in history.items()},
        test=[float(x) for x in np.ravel(test)] if test is not None else None,
        nTrain=len(d.x_train),
        nVal=len(d.x_val),
        parameters=int(model.count_params()),
        **d.facts,
    )


if __name__ == "__main__":
    main()
