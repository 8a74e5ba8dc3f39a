"""Whether a case shows what its truth claims, in numbers; a case that does not is drawn anew with another seed.

Each function gives the numbers and the list of what is lacking. None of them asks the examined program.
"""

import math
from dataclasses import replace
from itertools import combinations

import numpy as np
import torch
from data import SPLITS
from plan import careful
from sklearn.linear_model import LogisticRegression, Ridge
from train import fit, measured, split_measured


def scored(net, task):
    return {split: {k: split_measured(net, task, split)[k] for k in ("loss", "score")} for split in SPLITS}


def spread_of(net, task, split):
    """Standard error of the score: of a share, or of R2 by the delta of its rows."""
    each, score = (split_measured(net, task, split)[k] for k in ("each", "score"))
    if task.classes:
        # two rows more of each kind (Agresti and Coull), so that a perfect score is not taken for certain
        n = len(each) + 4
        p = (score * len(each) + 2) / n
        return math.sqrt(p * (1 - p) / n)
    return each.std() / math.sqrt(len(each)) / max(1e-9, task.y[split].var())


def interval(right, n):
    """Wilson's 95 % interval of a share."""
    z, p = 1.96, right / n
    middle, half = p + z * z / 2 / n, z * math.sqrt(p * (1 - p) / n + z * z / 4 / n / n)
    return (middle - half) / (1 + z * z / n), (middle + half) / (1 + z * z / n)


def simple(task):
    """Test score of a linear model with the same rows."""
    model = LogisticRegression(C=0.3, max_iter=3000) if task.classes else Ridge(alpha=10.0)
    return float(model.fit(task.x["train"], task.y["train"]).score(task.x["test"], task.y["test"]))


def agree(net, task, splits, most):
    """Lacks where the scores of splits differ by more than noise, and more than a little overfitting explains."""
    lacks, final = [], scored(net, task)
    for a, b in combinations(splits, 2):
        noise = 2 * math.hypot(spread_of(net, task, a), spread_of(net, task, b))
        if abs(final[a]["score"] - final[b]["score"]) > max(most, min(noise, 2 * most)):
            lacks.append(f"{a} and {b} differ")
    return lacks


def near(net, clean, lacks, less=0.04):
    """Lacks where the network does not reach what a linear model does."""
    if split_measured(net, clean, "test")["score"] < simple(clean) - less:
        lacks.append("below a linear model")
    return lacks


def healthy(case, clean, task, fitted):
    most = 0.05 if task.classes else 0.10
    lacks = near(fitted.net, clean, agree(fitted.net, task, SPLITS, most))
    losses = [row["val"]["loss"] for row in fitted.history]
    if losses[-1] > 1.15 * min(losses) + 0.01:
        lacks.append("validation loss rises")
    n = len(task.x["val"])
    if task.classes:
        low, high = interval(split_measured(fitted.net, task, "val")["score"] * n, n)
        if high - low > 0.15 and not case.few:
            lacks.append("validation too wide")
    return {"linear": simple(clean)}, lacks


def overfit(case, clean, task, fitted):
    """The careful twin learns the same rows, and does better on the same test."""
    twin = fit(task, replace(case.setup, **careful(case.data)), case.seed)
    here, there = scored(fitted.net, task), scored(twin.net, task)
    lacks = []
    if here["train"]["score"] - here["test"]["score"] < max(0.10, 2.5 * spread_of(fitted.net, task, "test")):
        lacks.append("no gap")
    if there["test"]["score"] < here["test"]["score"] or there["test"]["loss"] > 0.75 * here["test"]["loss"]:
        lacks.append("twin no better")
    if abs(here["val"]["score"] - here["test"]["score"]) > 0.15:
        lacks.append("val and test differ")
    return {"twin": there}, lacks


def leaked_feature(case, clean, task, fitted):
    """Far above the honest twin, and nothing without the column."""
    twin = fit(clean, case.setup, case.seed)
    x = task.x["test"].copy()
    x[:, task.notes["leaked"]] = np.random.default_rng(case.seed).permutation(x[:, task.notes["leaked"]])
    without = measured(fitted.net, task, x, task.y["test"])["score"]
    honest = split_measured(twin.net, clean, "test")["score"]
    lacks = [] if split_measured(fitted.net, task, "test")["score"] > honest + 0.10 else ["no better than honest"]
    if without > honest:
        lacks.append("not used")
    return {"honest": honest, "withoutColumn": without}, lacks + agree(fitted.net, task, SPLITS, 0.10)


def duplicates(case, clean, task, fitted):
    """The copies are there, and the score with them is above the score on rows that are new."""
    each, copies = split_measured(fitted.net, task, "test")["each"], task.notes["copies"]
    fresh = np.setdiff1d(np.arange(len(each)), copies)
    on_new = measured(fitted.net, task, task.x["test"][fresh], task.y["test"][fresh])
    train = {(*x, y) for x, y in zip(task.x["train"].tolist(), task.y["train"].tolist())}
    found = sum((*x, y) in train for x, y in zip(task.x["test"].tolist(), task.y["test"].tolist()))
    lacks = [] if found == len(copies) else ["other copies than planted"]
    if split_measured(fitted.net, task, "test")["loss"] >= on_new["loss"]:
        lacks.append("test not flattered")
    numbers = {"copies": len(copies), "withoutCopies": {k: on_new[k] for k in ("loss", "score")}}
    return numbers, lacks + agree(fitted.net, clean, SPLITS, 0.08 if task.classes else 0.15)


def other_test(case, clean, task, fitted):
    """Clearly worse than the same network on the test as it should be; training, validation and that test agree."""
    right, here = split_measured(fitted.net, clean, "test"), split_measured(fitted.net, task, "test")
    lacks = []
    worse = max(0.06, 2 * spread_of(fitted.net, clean, "test"))
    if here["score"] > right["score"] - worse or here["loss"] < 1.5 * right["loss"]:
        lacks.append("test hardly worse")
    done = {k: task.notes[k] for k in ("shifted", "way") if k in task.notes}
    numbers = {"cleanTest": {k: right[k] for k in ("loss", "score")}, **done}
    return numbers, lacks + near(fitted.net, clean, agree(fitted.net, clean, SPLITS, 0.07 if task.classes else 0.15))


def class_imbalance(case, clean, task, fitted):
    """Recall of the rare class, on the test and on the rare rows that were left out, far below the others' recall."""
    rare, x, y = task.notes["rare"], task.x["test"], task.y["test"]
    guess = split_measured(fitted.net, task, "test")["out"].argmax(1)
    recall = float((guess[y == rare] == rare).mean())
    others = float((guess[y != rare] == y[y != rare]).mean())
    more = [x[y == rare], *task.notes["leftOut"]]
    with torch.no_grad():
        on_all = float((fitted.net(torch.from_numpy(np.concatenate(more))).argmax(1) == rare).float().mean())
    lacks = [] if max(recall, on_all) < others - 0.2 else ["rare class is recalled"]
    counts = {split: np.bincount(task.y[split], minlength=len(task.classes)).tolist() for split in SPLITS}
    return {"recallRare": recall, "recallRareMore": on_all, "recallOthers": others, "counts": counts}, lacks


def wrong_labels(case, clean, task, fitted):
    """The wrong rows are known; the network does not believe most of them, and is worse for them than a clean twin."""
    twin = fit(clean, case.setup, case.seed)
    out, places = split_measured(fitted.net, task, "train")["out"].argmax(1), task.notes["wrong"]
    doubted = float((out[places] == task.notes["right"]).mean())
    here, there = scored(fitted.net, task), scored(twin.net, clean)
    lacks = [] if doubted > 0.5 else ["wrong labels learnt by heart"]
    if here["test"]["loss"] < 1.05 * there["test"]["loss"]:
        lacks.append("no harm")
    if here["train"]["score"] > there["train"]["score"] - 0.5 * len(places) / len(out):
        lacks.append("no ceiling")
    numbers = {"wrong": len(places), "predictedRight": doubted, "twin": there, "rows": (np.sort(places) + 1).tolist()}
    return numbers, lacks


def small_validation(case, clean, task, fitted):
    """The 95 % interval of the validation score is wide, and other rows give another score.

    The test, of usual size, agrees with the training.
    """
    n = len(task.x["val"])
    val = split_measured(fitted.net, task, "val")
    if task.classes:
        low, high = interval(val["score"] * n, n)
    else:
        half = 1.96 * spread_of(fitted.net, task, "val")
        low, high = val["score"] - half, val["score"] + half
    lacks = [] if high - low > 0.15 else ["interval not wide"]
    pool_x = np.concatenate([clean.x["val"], clean.x["test"]])
    pool_y = np.concatenate([clean.y["val"], clean.y["test"]])
    rng = np.random.default_rng(case.seed)
    draws = [rng.choice(len(pool_y), n, False) for _ in range(200)]
    scores = [measured(fitted.net, task, pool_x[at], pool_y[at])["score"] for at in draws]
    if np.std(scores) < 0.025:
        lacks.append("any few rows give the same score")
    lacks += agree(fitted.net, task, ("train", "test"), 0.07 if task.classes else 0.15)
    numbers = {"rows": n, "interval": [low, high], "spreadOfDraws": float(np.std(scores))}
    return numbers, near(fitted.net, clean, lacks)


VERIFIED = {
    None: healthy,
    "overfit": overfit,
    "leaked-feature": leaked_feature,
    "duplicates": duplicates,
    "shifted-test": other_test,
    "test-preprocessing": other_test,
    "class-imbalance": class_imbalance,
    "wrong-labels": wrong_labels,
    "small-validation": small_validation,
}
