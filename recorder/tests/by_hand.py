"""Logistic regression by gradient descent in plain Python, with the ways in which a script can trouble an experiment."""

import argparse
import math
import random
import time

asked = argparse.ArgumentParser()
asked.add_argument("--lr", type=float, default=0.5)
asked.add_argument("--epochs", type=int, default=20)
asked.add_argument("--seed", type=int)
asked.add_argument("--deaf", action="store_true", help="the rate is a constant in the code")
asked.add_argument("--silent", action="store_true", help="no loss is printed")
asked.add_argument("--crash-below", type=float, default=0.0)
asked.add_argument("--hog-below", type=float, default=0.0, help="memory grows at rates below this")
asked.add_argument("--pause", type=float, default=0.0, help="seconds an epoch")
asked.add_argument("--marks", help="a file that gets a line a run")
given = asked.parse_args()

if given.seed is not None:
    random.seed(given.seed)
rate = 200.0 if given.deaf else given.lr
if given.marks:
    with open(given.marks, "a", encoding="utf-8") as file:
        file.write(f"{rate} {given.seed}\n")
if rate < given.crash_below:
    raise ValueError(f"a rate of {rate} is not supported")
hoard = []


def drawn(count):
    """Points of two classes in the plane, and their classes."""
    labels = [random.randint(0, 1) for _ in range(count)]
    return [([1.0, random.gauss(2 * label - 1, 1.0), random.gauss(1 - 2 * label, 1.0)], label) for label in labels]


def chance(weights, x):
    return 1 / (1 + math.exp(-max(-60.0, min(60.0, sum(w * v for w, v in zip(weights, x))))))


def loss(weights, rows):
    return -sum(math.log(max(1e-12, chance(weights, x) if y else 1 - chance(weights, x))) for x, y in rows) / len(rows)


train, val = drawn(200), drawn(200)
weights = [random.gauss(0, 0.5) for _ in range(3)]
for epoch in range(1, given.epochs + 1):
    random.shuffle(train)
    for start in range(0, len(train), 20):
        batch = train[start : start + 20]
        for i in range(3):
            weights[i] -= rate * sum((chance(weights, x) - y) * x[i] for x, y in batch) / len(batch)
    if rate < given.hog_below:
        hoard.append(bytearray(400 * 2**20))
    time.sleep(given.pause)
    if not given.silent:
        right = sum((chance(weights, x) > 0.5) == (y == 1) for x, y in val) / len(val)
        print(f"epoch {epoch} loss {loss(weights, train):.4f} val_loss {loss(weights, val):.4f} val_acc {right:.4f}", flush=True)
