"""What the recorder costs a Keras training: epochs of `fit` with and without it, alternating in one process.

    KERAS_BACKEND=jax python bench/keras_fit.py [--rounds 30]

The arm `nothing` is the plain epoch measured twice: what it is off 1 is the noise of this machine. Each arm trains a model
of its own; the order of the arms changes from round to round. Of the recorder's arm the start-up allowance is used up before.
"""

import argparse
import os
import random
import statistics
import sys
import tempfile
import time

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "recorder"))

import keras  # noqa: E402
import numpy as np  # noqa: E402
from keras import layers  # noqa: E402
from interval import interval  # noqa: E402
from whyloss import begin  # noqa: E402
from whyloss.budget import ALLOWANCE, SHARE  # noqa: E402

BLOCK = 1.0
"""seconds of an epoch, about"""


def mlp():
    return [keras.Input((64,)), *[layers.Dense(256, activation="relu") for _ in range(4)], layers.Dense(10, activation="softmax")], 128


def small():
    return [keras.Input((64,)), layers.Dense(32, activation="relu"), layers.Dropout(0.2), layers.Dense(10, activation="softmax")], 32


def cnn():
    body = layers.Conv2D(32, 3, activation="relu"), layers.MaxPooling2D(), layers.Conv2D(64, 3, activation="relu"), layers.Flatten()
    return [keras.Input((28, 28, 1)), *body, layers.Dense(10, activation="softmax")], 64


MODELS = {"MLP 4x256, batch 128": mlp, "MLP 32, batch 32": small, "CNN 32-64, batch 64": cnn}


class Arm:
    """A training of its own."""

    def __init__(self, make, steps):
        keras.utils.set_random_seed(1)
        parts, self.size = make()
        self.model = keras.Sequential(parts)
        self.model.compile(keras.optimizers.SGD(1e-3), "sparse_categorical_crossentropy")
        own = np.random.RandomState(0)
        shape = (steps * self.size, *self.model.input_shape[1:])
        self.x, self.y = own.randn(*shape).astype("float32"), own.randint(0, 10, shape[0])

    def epoch(self):
        """Seconds that one takes."""
        start = time.perf_counter()
        self.model.fit(self.x, self.y, epochs=1, batch_size=self.size, verbose=0)
        return time.perf_counter() - start


def measure(make, rounds, training):
    """(seconds of a step, ratios to the plain arm by name)."""
    training.on = False
    trial = Arm(make, 60)
    trial.epoch()
    step = min(trial.epoch() for _ in range(3)) / 60
    arms = {name: Arm(make, max(20, int(BLOCK / step))) for name in ("recorder", "plain", "nothing")}
    for name, arm in arms.items():
        training.on = name == "recorder"
        arm.epoch()
        arm.epoch()
    budget = training.budget
    budget.spent = max(budget.spent, ALLOWANCE + SHARE * budget.elapsed())
    ratios = {"recorder": [], "nothing": []}
    order, draw, left = list(arms), random.Random(1), time.perf_counter()
    for _ in range(rounds):
        draw.shuffle(order)
        times = {}
        for name in order:
            training.on = name == "recorder"
            if training.on:
                # the time of the other arms is none of its budget's
                budget.begun += time.perf_counter() - left
            times[name] = arms[name].epoch()
            if training.on:
                left = time.perf_counter()
        for name, values in ratios.items():
            values.append(times[name] / times["plain"])
    return step, ratios


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--rounds", type=int, default=30)
    args = p.parse_args()
    begin.watch(None, None, tempfile.mkdtemp(prefix="whyloss-bench-"))
    training = begin.recording("keras")
    backend = keras.backend.backend()
    print(f"Keras {keras.__version__} on {backend}, {args.rounds} rounds; ratio to the plain epoch, median [95 % interval]")
    for name, make in MODELS.items():
        step, ratios = measure(make, args.rounds, training)
        print(f"{name}, {1000 * step:.2f} ms a step", flush=True)
        for arm, values in ratios.items():
            low, high = interval(values)
            print(f"  {arm:20s} {statistics.median(values):.3f}  [{low:.3f}, {high:.3f}]", flush=True)
        budget = training.budget
        beyond = max(0.0, budget.spent - ALLOWANCE)
        print(f"  by its own account {100 * beyond / budget.elapsed():.2f} % in {budget.sampled} looks", flush=True)


if __name__ == "__main__":
    main()
