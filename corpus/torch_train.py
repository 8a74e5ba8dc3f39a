"""Trains a small PyTorch network on a packaged data set; `--fault` gets one thing wrong.

    python3 torch_train.py --data digits --epochs 20 --lr 0.001
    python3 torch_train.py --data cancer --fault gradients-not-cleared --style logging
"""

import copy

import torch
import torch.nn.functional as F
from torch import nn

import data
import settings
import torch_net
import torch_print

torch.set_num_threads(1)


def outputs_and_loss(s, classes, fault):
    """How many outputs the last layer has, and the loss as a function of outputs and targets."""
    if not classes:
        return 1, lambda out, y: F.mse_loss(last(s, out).squeeze(1), y)
    if fault == "wrong-loss":
        return 1, lambda out, y: F.binary_cross_entropy_with_logits(out.squeeze(1), y.float())
    if fault == "output-loss-mismatch":
        return classes, lambda out, y: F.cross_entropy(torch.softmax(out, 1), y)
    if fault == "numeric-overflow":
        return classes, half_precision_loss
    if classes == 2 and s.last == "sigmoid":
        return 1, lambda out, y: F.binary_cross_entropy(torch.sigmoid(out.squeeze(1)), y.float())
    return classes, F.cross_entropy


def last(s, out):
    """The activation of a regression's output."""
    return {"relu": torch.relu, "sigmoid": torch.sigmoid, "tanh": torch.tanh}.get(s.last, lambda x: x)(out)


def half_precision_loss(out, y):
    """Softmax written by hand in half precision: exp passes 65504 once a logit passes 11."""
    powers = torch.exp(out).half().float()
    shares = powers / powers.sum(1, keepdim=True)
    return F.nll_loss(torch.log(shares), y)


def make_optimizer(s, parameters):
    decay = s.weight_decay
    if s.optimizer == "sgd":
        return torch.optim.SGD(parameters, s.lr, momentum=s.momentum, weight_decay=decay)
    if s.optimizer == "rmsprop":
        return torch.optim.RMSprop(parameters, s.lr, weight_decay=decay)
    if s.optimizer == "adamw":
        return torch.optim.AdamW(parameters, s.lr, weight_decay=decay)
    return torch.optim.Adam(parameters, s.lr, weight_decay=decay)


def make_schedule(s, optimizer, steps):
    """A schedule that is stepped after each batch."""
    total = steps * s.epochs
    if s.schedule == "step":
        return torch.optim.lr_scheduler.StepLR(optimizer, max(1, total // 3), 0.1)
    if s.schedule == "cosine":
        return torch.optim.lr_scheduler.OneCycleLR(optimizer, s.lr, total, pct_start=0.1)
    return torch.optim.lr_scheduler.LambdaLR(optimizer, lambda at: 1.0)


@torch.no_grad()
def evaluate(net, x, y, loss_of, classes):
    """Mean loss, and the accuracy of a classifier, with the network in evaluation mode."""
    net.eval()
    out = net(x)
    row = {"loss": loss_of(out, y).item(), "n": len(y)}
    if classes:
        guess = (out.squeeze(1) > 0).long() if out.shape[1] == 1 else out.argmax(1)
        row["correct"] = int((guess == y).sum())
        row["accuracy"] = row["correct"] / len(y)
    net.train()
    return row


def trained_parameters(net, fault):
    """What the optimizer is given."""
    if fault == "other-parameters":
        return copy.deepcopy(net).parameters()
    if fault == "frozen-body":
        for p in list(net.parameters())[:-2]:
            p.requires_grad_(False)
        return [p for p in net.parameters() if p.requires_grad]
    return net.parameters()


def train_epoch(net, batches, loss_of, optimizer, schedule, s, fault, on_step):
    """One pass over the batches; returns the mean loss and the share of right answers as they were seen."""
    total, seen, correct = 0.0, 0, 0
    for step, (x, y) in enumerate(batches):
        if fault != "gradients-not-cleared":
            optimizer.zero_grad()
        out = net(x)
        loss = loss_of(out, y)
        loss.backward()
        norm = float(nn.utils.clip_grad_norm_(net.parameters(), s.clip or float("inf")))
        lr = optimizer.param_groups[0]["lr"]
        optimizer.step()
        schedule.step()
        total, seen = total + loss.item() * len(y), seen + len(y)
        guess = (out.squeeze(1) > 0).long() if out.shape[1] == 1 else out.argmax(1)
        correct += int((guess == y).sum())
        on_step(step, loss.item(), lr, norm)
    return {"loss": total / seen, "accuracy": correct / seen, "sum": total, "seen": seen}


def as_logged(row, fault, state, steps, classes):
    """The training row as it is printed, with the divisor or the reset got wrong when asked."""
    row = dict(row)
    if not classes:
        row.pop("accuracy")
    if fault == "sum-not-reset":
        state["sum"] = state.get("sum", 0.0) + row["sum"]
        row["loss"] = state["sum"] / row["seen"]
    if fault == "wrong-divisor":
        row["loss"] = row["sum"] / steps
    return row


def train(net, d, s, args):
    """The training loop; returns one row an epoch."""
    fault, classes = args.fault, d.classes
    _, loss_of = outputs_and_loss(s, classes, fault)
    x, y, x_val, y_val = (torch.from_numpy(a) for a in (d.x_train, d.y_train, d.x_val, d.y_val))
    size = settings.batch_size(s, len(x))
    loader = torch.utils.data.DataLoader(
        torch.utils.data.TensorDataset(x, y), batch_size=size, shuffle=fault != "unshuffled-data",
        drop_last=s.normalize,
    )
    optimizer = make_optimizer(s, trained_parameters(net, fault))
    schedule = make_schedule(s, optimizer, len(loader))
    show = torch_print.printer(args.style, s.epochs, len(loader), len(x), size)
    show.start()
    state, history, best, waited = {}, [], float("inf"), 0
    for epoch in range(1, s.epochs + 1):
        if fault == "lost-optimizer-state" and epoch == 3 * s.epochs // 4 + 1:
            optimizer, schedule = resume(net, s, len(loader), epoch)
        row = train_epoch(
            net, loader, loss_of, optimizer, schedule, s, fault, lambda *a, e=epoch: show.step(e, *a)
        )
        val = evaluate(net, x_val, y_val, loss_of, classes)
        shown = as_logged(row, fault, state, len(loader), classes)
        show.epoch(epoch, shown, val, optimizer.param_groups[0]["lr"])
        history.append({"train": shown["loss"], "val": val["loss"], "accuracy": val.get("accuracy")})
        best, waited = (val["loss"], 0) if val["loss"] < best else (best, waited + 1)
        if s.patience and waited >= s.patience:
            print(f"Early stopping after epoch {epoch}, best val loss {best:.4f}")
            break
    return history


def resume(net, s, steps, epoch):
    """Go on from saved weights only: a fresh optimizer, and the rate of the schedule's first step."""
    print(f"Loading checkpoint 'checkpoint_{epoch - 1}.pt' ... resuming from epoch {epoch}")
    optimizer = make_optimizer(s, net.parameters())
    return optimizer, make_schedule(s, optimizer, steps)


def main():
    args = settings.parser(__doc__).parse_args()
    s = settings.read(args)
    torch.manual_seed(args.seed)
    k = settings.level(args)
    d = data.load(s.data, args.fault, k, args.seed, s.examples)
    outputs, loss_of = outputs_and_loss(s, d.classes, args.fault)
    net = torch_net.build(s, d.x_train.shape[1], outputs, args.fault, k)
    if args.summary:
        print(net)
    history = train(net, d, s, args)
    if args.result:
        splits = {n: (getattr(d, "x_" + n), getattr(d, "y_" + n)) for n in ("train", "val", "test")}
        final = {
            n: evaluate(net, torch.from_numpy(x), torch.from_numpy(y), loss_of, d.classes)
            for n, (x, y) in splits.items()
        }
        settings.write_result(
            args.result, s, history, final=final, nTrain=len(d.x_train), nVal=len(d.x_val),
            parameters=sum(p.numel() for p in net.parameters()), **d.facts,
        )


if __name__ == "__main__":
    main()
