# Makes files of predictions, random and of real models, and prints what scikit-learn and NumPy say of each as JSON.
import json
import os
import sys
import warnings

import numpy as np
from sklearn import datasets, metrics
from sklearn.linear_model import LinearRegression, LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.multiclass import OneVsRestClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

warnings.filterwarnings("ignore")
folder = sys.argv[1]
draw = np.random.default_rng(7)


def write(name, head, columns):
    with open(os.path.join(folder, name + ".csv"), "w") as file:
        file.write(",".join(head) + "\n")
        for row in zip(*columns):
            file.write(",".join(repr(one.item()) if hasattr(one, "item") else str(one) for one in row) + "\n")


def ece(truth, p, bins=15):
    """Guo et al. 2017, equation 3, over bins that hold their lower edge."""
    sure, right = p.max(1), p.argmax(1) == truth
    bin_of = np.minimum(bins - 1, np.floor(sure * bins).astype(int))
    total = 0.0
    for k in range(bins):
        inside = bin_of == k
        if inside.any():
            total += inside.mean() * abs(right[inside].mean() - sure[inside].mean())
    return total


def classes(name, truth, p, words=None):
    said = p.argmax(1)
    named = (lambda code: words[code]) if words else (lambda code: code)
    labels = [named(k) for k in range(p.shape[1])]
    write(
        name,
        ["y_true", "y_pred"] + [f"p_{label}" for label in labels],
        [[named(k) for k in truth], [named(k) for k in said]] + list(p.T),
    )
    return {
        "accuracy": metrics.accuracy_score(truth, said),
        "balanced-accuracy": metrics.balanced_accuracy_score(truth, said),
        "macro-f1": metrics.f1_score(truth, said, average="macro"),
        "log-loss": metrics.log_loss(truth, p, labels=range(p.shape[1])),
        "ece": ece(truth, p),
        "confusion": metrics.confusion_matrix(truth, said, labels=range(p.shape[1])).tolist(),
        "classes": [str(label) for label in labels],
    }


def several(name, truth, p):
    said = (p > 0.5).astype(int)
    width = p.shape[1]
    write(name, [f"y_true_{k}" for k in range(width)] + [f"p_{k}" for k in range(width)], list(truth.T) + list(p.T))
    return {
        "accuracy": 1 - metrics.hamming_loss(truth, said),
        "macro-f1": metrics.f1_score(truth, said, average="macro"),
        "log-loss": float(np.mean([metrics.log_loss(truth[:, k], p[:, k], labels=[0, 1]) for k in range(width)])),
    }


def quantity(name, truth, said):
    write(name, ["y_true", "y_pred"], [truth, said])
    return {
        "r2": metrics.r2_score(truth, said),
        "rmse": metrics.mean_squared_error(truth, said) ** 0.5,
        "mae": metrics.mean_absolute_error(truth, said),
    }


def softmax(logits):
    e = np.exp(logits - logits.max(1, keepdims=True))
    return e / e.sum(1, keepdims=True)


def random_classes(rows, width, share):
    truth = draw.choice(width, rows, p=share)
    logits = draw.normal(size=(rows, width))
    logits[np.arange(rows), truth] += 1
    return truth, softmax(logits)


def fitted(data, seed=0):
    x, rest, y, truth = train_test_split(data.data, data.target, random_state=seed)
    model = make_pipeline(StandardScaler(), LogisticRegression(max_iter=500)).fit(x, y)
    return truth, model.predict_proba(rest)


said = {}
said["binary-random"] = classes("binary-random", *random_classes(500, 2, [0.7, 0.3]))
said["binary-few"] = classes("binary-few", *random_classes(7, 2, [0.5, 0.5]))
said["multiclass-random"] = classes("multiclass-random", *random_classes(3000, 6, [0.5, 0.25, 0.15, 0.05, 0.04, 0.01]))
said["cancer"] = classes("cancer", *fitted(datasets.load_breast_cancer()), words=["malignant", "benign"])
said["digits"] = classes("digits", *fitted(datasets.load_digits()))
said["wine"] = classes("wine", *fitted(datasets.load_wine(), 3), words=["barolo", "grignolino", "barbera"])

x, y = datasets.make_multilabel_classification(900, n_classes=4, random_state=1)
one = OneVsRestClassifier(LogisticRegression(max_iter=500)).fit(x[:500], y[:500])
said["multilabel"] = several("multilabel", y[500:], one.predict_proba(x[500:]))
said["multilabel-random"] = several("multilabel-random", draw.integers(0, 2, (300, 3)), draw.random((300, 3)))

truth = draw.normal(5, 3, 2000)
said["regression-random"] = quantity("regression-random", truth, truth + draw.normal(0, 1, 2000))
said["regression-far"] = quantity("regression-far", truth + 1e7, truth + 1e7 + draw.normal(0, 1, 2000))
x, rest, y, truth = train_test_split(*datasets.load_diabetes(return_X_y=True), random_state=0)
said["diabetes"] = quantity("diabetes", truth, LinearRegression().fit(x, y).predict(rest))

# one prediction in the forms that NumPy and others write
truth, p = random_classes(400, 3, [0.4, 0.4, 0.2])
logits = np.log(p) + draw.normal(size=(400, 1))
at = lambda name: os.path.join(folder, name)
said["forms"] = classes("forms", truth, p)
np.savez(at("named.npz"), y_true=truth, y_pred=p.argmax(1), probs=p)
np.savez(at("float32.npz"), y_true=truth.astype(np.float32), probs=p.astype(np.float32))
np.savez(at("unnamed.npz"), truth, p)
np.savez(at("unnamed-three.npz"), truth, p.argmax(1), p)
np.savez_compressed(at("one-hot.npz"), y_true=np.eye(3)[truth], y_pred=p)
np.savez(at("one-hot-unnamed.npz"), np.eye(3, dtype=int)[truth], p)
np.savez(at("beside.npz"), X=draw.random((400, 8)), y_test=truth, probs=p, loss=0.3, history=np.arange(9))
np.savez(at("logits.npz"), y_true=truth, logits=logits)
np.savez(at("columns.npz"), y_true=truth.reshape(-1, 1), y_pred=logits)
np.savez(at("called.npz"), truth, p.argmax(1))
np.savez(at("called-one-hot.npz"), y_true=np.eye(3)[truth], y_pred=p.argmax(1))
np.savez(at("lengths.npz"), y_true=truth, y_pred=p.argmax(1)[:-1])
np.save(at("probs.npy"), p)
np.save(at("out.npy"), p)
np.savez(at("evaluations.npz"), timesteps=np.arange(5), results=draw.random((5, 3)), ep_lengths=np.ones((5, 3)))
with open(at("lists.jsonl"), "w") as file:
    for label, row in zip(truth, p):
        file.write(json.dumps({"id": "x", "label": int(label), "probs": row.tolist()}) + "\n")
with open(at("floats.csv"), "w") as file:
    file.write("y_true,y_pred,p_0,p_1,p_2\n")
    for label, row in zip(truth, p):
        file.write(f"{label}.0,{row.argmax()},{','.join(map(repr, map(float, row)))}\n")
print(json.dumps(said))
