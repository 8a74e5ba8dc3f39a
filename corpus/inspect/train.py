"""Trains a small network on a task, prints what a usual script prints, and writes the model and its predictions."""

import copy
import csv
import os
from dataclasses import dataclass

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

torch.set_num_threads(1)


@dataclass(frozen=True)
class Setup:
    """How a network is built and trained. `patience` 0: no early stop; `ends` logits or softmax, for classes."""

    hidden: tuple = (32,)
    dropout: float = 0.0
    lr: float = 3e-3
    decay: float = 1e-3
    batch: int = 32
    epochs: int = 120
    patience: int = 12
    ends: str = "logits"
    style: str = "pipe"


@dataclass
class Fitted:
    """A trained network in evaluation mode, and the lines that its training printed."""

    net: nn.Module
    lines: list
    history: list


def build(inputs, outputs, setup):
    widths, layers = [inputs, *setup.hidden], []
    for before, after in zip(widths, widths[1:]):
        layers += [nn.Linear(before, after), nn.ReLU()]
        if setup.dropout:
            layers.append(nn.Dropout(setup.dropout))
    return nn.Sequential(*layers, nn.Linear(widths[-1], outputs))


def loss_of(task, out, y, reduction="mean"):
    if task.classes:
        return F.cross_entropy(out, y, reduction=reduction)
    return F.mse_loss(out.squeeze(1), y, reduction=reduction)


@torch.no_grad()
def measured(net, task, x, y):
    """Mean loss; accuracy, or R2 of a regression; the loss of each row."""
    net.eval()
    x, y = torch.from_numpy(x), torch.from_numpy(y)
    out = net(x)
    each = loss_of(task, out, y, "none")
    if task.classes:
        score = (out.argmax(1) == y).float().mean().item()
    else:
        score = 1 - each.mean().item() / max(1e-12, y.var(unbiased=False).item())
    return {"loss": each.mean().item(), "score": score, "each": each.numpy(), "out": out.numpy()}


def split_measured(net, task, split):
    return measured(net, task, task.x[split], task.y[split])


def fit(task, setup, seed):
    """Train with Adam; the printed training loss is the mean over the epoch, as scripts do it."""
    torch.manual_seed(seed)
    net = build(len(task.columns), max(1, len(task.classes)), setup)
    optimizer = torch.optim.AdamW(net.parameters(), setup.lr, weight_decay=setup.decay)
    x, y = torch.from_numpy(task.x["train"]), torch.from_numpy(task.y["train"])
    history, best, kept = [], np.inf, None
    for epoch in range(setup.epochs):
        history.append({"train": one_epoch(net, task, optimizer, x, y, setup.batch), **shown_val(net, task)})
        if history[-1]["val"]["loss"] < best:
            best, kept, at = history[-1]["val"]["loss"], copy.deepcopy(net.state_dict()), epoch
        elif setup.patience and epoch - at >= setup.patience:
            break
    if setup.patience:
        net.load_state_dict(kept)
    net.eval()
    return Fitted(net, printed(task, setup, net, history, at if setup.patience else None), history)


def shown_val(net, task):
    val = split_measured(net, task, "val")
    return {"val": {"loss": val["loss"], "score": val["score"]}}


def one_epoch(net, task, optimizer, x, y, size):
    net.train()
    order, total, right = torch.randperm(len(x)), 0.0, 0
    for start in range(0, len(x), size):
        at = order[start : start + size]
        out = net(x[at])
        loss = loss_of(task, out, y[at])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        total += loss.item() * len(at)
        right += int((out.argmax(1) == y[at]).sum()) if task.classes else 0
    return {"loss": total / len(x), "score": right / len(x)}


def printed(task, setup, net, history, best):
    """The lines of a log in the style of the setup; the test at its end, where the style has it."""
    lines = HEADS[setup.style](task, setup, net)
    steps = -(-len(task.x["train"]) // setup.batch)
    for epoch, row in enumerate(history, 1):
        lines += STYLES[setup.style](task, epoch, setup.epochs, steps, row)
    if best is not None and len(history) < setup.epochs:
        lines.append(f"Early stopping, best weights of epoch {best + 1} restored")
    test = split_measured(net, task, "test")
    if setup.style != "pipe":
        tail = f", test accuracy: {test['score']:.4f}" if task.classes else ""
        lines.append(f"test loss: {test['loss']:.4f}{tail}")
    return lines


def sizes(net):
    widths = [layer.in_features for layer in net if isinstance(layer, nn.Linear)] + [net[-1].out_features]
    return "-".join(map(str, widths)), sum(p.numel() for p in net.parameters())


def head_keras(task, setup, net):
    shapes = [f"{split} {task.x[split].shape}" for split in ("train", "val", "test")]
    return [", ".join(shapes), f"Total params: {sizes(net)[1]:,}"]


def head_pipe(task, setup, net):
    widths, count = sizes(net)
    loss = "cross entropy" if task.classes else "mse"
    first = f"model: MLP {widths} ({count:,} parameters), loss: {loss}"
    return [first, f"AdamW, lr {setup.lr:g}, weight decay {setup.decay:g}, batch size {setup.batch}"]


def head_plain(task, setup, net):
    return [f"{len(task.x['train'])} training / {len(task.x['val'])} validation samples", str(net)]


def line_keras(task, epoch, epochs, steps, row):
    t, v = row["train"], row["val"]
    text = f"loss: {t['loss']:.4f}"
    if task.classes:
        text += f" - accuracy: {t['score']:.4f} - val_loss: {v['loss']:.4f} - val_accuracy: {v['score']:.4f}"
    else:
        text += f" - val_loss: {v['loss']:.4f}"
    return [f"Epoch {epoch}/{epochs}", f"{steps}/{steps} [==============================] - 0s 2ms/step - {text}"]


def line_pipe(task, epoch, epochs, steps, row):
    t, v = row["train"], row["val"]
    tail = f" | val acc {100 * v['score']:.1f}%" if task.classes else f" | val R2 {v['score']:.3f}"
    return [f"epoch {epoch:3d} | train loss {t['loss']:.4f} | val loss {v['loss']:.4f}{tail}"]


def line_plain(task, epoch, epochs, steps, row):
    t, v = row["train"], row["val"]
    if not task.classes:
        return [f"[{epoch}/{epochs}] train_loss={t['loss']:.5f} val_loss={v['loss']:.5f}"]
    head = f"[{epoch}/{epochs}] train_loss={t['loss']:.5f} train_acc={t['score']:.4f}"
    return [f"{head} val_loss={v['loss']:.5f} val_acc={v['score']:.4f}"]


HEADS = {"keras": head_keras, "pipe": head_pipe, "plain": head_plain}
STYLES = {"keras": line_keras, "pipe": line_pipe, "plain": line_plain}


def write_model(path, net, task, setup):
    """ONNX with a batch axis of any length; a softmax at its end where the setup says so."""
    whole = nn.Sequential(*net, nn.Softmax(1)) if task.classes and setup.ends == "softmax" else net
    whole.eval()
    axes = {"input": {0: "batch"}, "output": {0: "batch"}}
    torch.onnx.export(
        whole, torch.from_numpy(task.x["train"][:2]), path, input_names=["input"], output_names=["output"],
        dynamic_axes=axes, opset_version=13,
    )


def write_predictions(folder, net, task):
    for split in ("train", "val", "test"):
        out = torch.from_numpy(split_measured(net, task, split)["out"])
        with open(os.path.join(folder, f"predictions-{split}.csv"), "w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file, lineterminator="\n")
            if not task.classes:
                writer.writerow(["y_true", "y_pred"])
                writer.writerows([f"{y:.5f}", f"{p:.5f}"] for y, p in zip(task.y[split], out[:, 0].tolist()))
                continue
            writer.writerow(["y_true", "y_pred", *(f"p_{name}" for name in task.classes)])
            for y, row in zip(task.y[split], torch.softmax(out, 1)):
                chances = [f"{p:.6f}" for p in row.tolist()]
                writer.writerow([task.classes[y], task.classes[int(row.argmax())], *chances])
