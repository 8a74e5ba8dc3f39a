"""The ways in which people print a PyTorch training, one class a style."""

import json
import logging
import sys
import time


class Quiet:
    """Prints nothing; every style overrides what it prints."""

    def __init__(self, epochs, steps, examples, batch):
        self.epochs, self.steps, self.examples, self.batch = epochs, steps, examples, batch
        self.started = self.last = time.time()

    def start(self):
        pass

    def step(self, epoch, step, loss, lr, norm):
        pass

    def epoch(self, epoch, train, val, lr):
        """`train` and `val` are dicts with `loss` and, for classes, `accuracy`, `correct` and `n`."""

    def say(self, text, end="\n"):
        print(text, end=end, flush=True)


def scores(split, row, form=".4f"):
    """`val_loss: 0.1234 val_acc: 0.9012`, without the accuracy in a regression."""
    text = f"{split}_loss: {row['loss']:{form}}"
    return text + (f" {split}_acc: {row['accuracy']:.4f}" if "accuracy" in row else "")


class Lines(Quiet):
    """Epoch 3/20 train_loss: 0.5123 train_acc: 0.8312 val_loss: 0.4410 val_acc: 0.8611"""

    def epoch(self, epoch, train, val, lr):
        self.say(f"Epoch {epoch}/{self.epochs} {scores('train', train)} {scores('val', val)}")


class Example(Quiet):
    """The layout of PyTorch's own MNIST example."""

    def step(self, epoch, step, loss, lr, norm):
        if step % max(1, self.steps // 4) == 0:
            seen, share = step * self.batch, 100.0 * step / self.steps
            self.say(f"Train Epoch: {epoch} [{seen}/{self.examples} ({share:.0f}%)]\tLoss: {loss:.6f}")

    def epoch(self, epoch, train, val, lr):
        text = f"\nTest set: Average loss: {val['loss']:.4f}"
        if "correct" in val:
            share = 100.0 * val["correct"] / val["n"]
            text += f", Accuracy: {val['correct']}/{val['n']} ({share:.0f}%)"
        self.say(text + "\n")


class Bars(Quiet):
    """A progress bar that is drawn again in place, with the loss behind it."""

    def step(self, epoch, step, loss, lr, norm):
        done, every = step + 1, max(1, self.steps // 5)
        if done % every and done != self.steps:
            return
        seconds = max(1e-3, time.time() - self.last)
        share = done / self.steps
        cells = "█" * int(10 * share) + " " * (10 - int(10 * share))
        left = seconds * (self.steps - done) / done
        clock = f"{int(seconds) // 60:02d}:{int(seconds) % 60:02d}<{int(left) // 60:02d}:{int(left) % 60:02d}"
        rate = f"{done / seconds:6.2f}it/s"
        line = f"\rEpoch {epoch}/{self.epochs}: {100 * share:3.0f}%|{cells}| {done}/{self.steps} [{clock}, {rate}, loss={loss:.3g}]"
        self.say(line, end="")

    def epoch(self, epoch, train, val, lr):
        accuracy = f", val_acc={100 * val['accuracy']:.2f}%" if "accuracy" in val else ""
        self.say(f"\n  epoch {epoch}: loss={train['loss']:.4f}, val_loss={val['loss']:.4f}{accuracy}")
        self.last = time.time()


class Logged(Quiet):
    """Lines of Python's logging module, with the time, the level and the rate."""

    def start(self):
        logging.basicConfig(
            level=logging.INFO, stream=sys.stderr, format="%(asctime)s - %(name)s - %(levelname)s - %(message)s"
        )
        self.log = logging.getLogger("trainer")
        self.log.info("%d examples, %d steps an epoch, %d epochs", self.examples, self.steps, self.epochs)

    def epoch(self, epoch, train, val, lr):
        accuracy = f", val acc {100 * val['accuracy']:.2f}%" if "accuracy" in val else ""
        self.log.info(
            "epoch %d: train loss %.5f, val loss %.5f%s, lr %.3g", epoch, train["loss"], val["loss"], accuracy, lr
        )


class Dicts(Quiet):
    """Dictionaries, as the Hugging Face Trainer prints them."""

    def step(self, epoch, step, loss, lr, norm):
        if (step + 1) % max(1, self.steps // 2) == 0:
            at = round(epoch - 1 + (step + 1) / self.steps, 2)
            row = {"loss": round(loss, 4), "grad_norm": norm, "learning_rate": lr, "epoch": at}
            self.say(str(row))

    def epoch(self, epoch, train, val, lr):
        row = {"eval_loss": val["loss"]}
        if "accuracy" in val:
            row["eval_accuracy"] = val["accuracy"]
        row["epoch"] = float(epoch)
        self.say(str(row))


class Iterations(Quiet):
    """iter 100: loss 3.2101, time 12.01ms, and a pair of losses at each evaluation."""

    def step(self, epoch, step, loss, lr, norm):
        at = (epoch - 1) * self.steps + step
        if at % 10 == 0:
            now = time.time()
            self.say(f"iter {at}: loss {loss:.4f}, time {1000 * (now - self.last) / 10:.2f}ms")
            self.last = now

    def epoch(self, epoch, train, val, lr):
        self.say(f"step {epoch * self.steps}: train loss {train['loss']:.4f}, val loss {val['loss']:.4f}")


class Table(Quiet):
    """A table drawn with bars."""

    def start(self):
        self.say("| epoch | train loss |   val loss | val acc |     lr |")
        self.say("|------:|-----------:|-----------:|--------:|-------:|")

    def epoch(self, epoch, train, val, lr):
        accuracy = f"{val['accuracy']:7.3f}" if "accuracy" in val else "      -"
        self.say(f"| {epoch:5d} | {train['loss']:10.5f} | {val['loss']:10.5f} | {accuracy} | {lr:6.0e} |")


class Csv(Quiet):
    """Comma-separated rows under a header."""

    def start(self):
        self.say("epoch,train_loss,val_loss,train_acc,val_acc,lr")

    def epoch(self, epoch, train, val, lr):
        a, b = (f"{r['accuracy']:.4f}" if "accuracy" in r else "" for r in (train, val))
        self.say(f"{epoch},{train['loss']:.6f},{val['loss']:.6f},{a},{b},{lr:g}")


class Brackets(Quiet):
    """[001/020] loss=0.5123 | val_loss=0.4410 | val_acc=86.1% | 0.1s"""

    def epoch(self, epoch, train, val, lr):
        now = time.time()
        accuracy = f" | val_acc={100 * val['accuracy']:.1f}%" if "accuracy" in val else ""
        self.say(
            f"[{epoch:03d}/{self.epochs:03d}] loss={train['loss']:.4f} | val_loss={val['loss']:.4f}{accuracy}"
            f" | {now - self.last:.1f}s"
        )
        self.last = now


class Running(Quiet):
    """[1,    20] loss: 2.213: the mean of the last steps, as in PyTorch's first tutorial."""

    def start(self):
        self.total, self.count = 0.0, 0

    def step(self, epoch, step, loss, lr, norm):
        self.total, self.count = self.total + loss, self.count + 1
        if (step + 1) % max(1, self.steps // 4) == 0:
            self.say(f"[{epoch}, {step + 1:5d}] loss: {self.total / self.count:.3f}")
            self.total, self.count = 0.0, 0

    def epoch(self, epoch, train, val, lr):
        if "accuracy" in val:
            self.say(f"Accuracy of the network on the {val['n']} test images: {100 * val['accuracy']:.0f} %")


class JsonLines(Quiet):
    """One JSON object an epoch."""

    def epoch(self, epoch, train, val, lr):
        row = {"epoch": epoch, "train_loss": train["loss"], "val_loss": val["loss"], "lr": lr}
        if "accuracy" in val:
            row.update(train_acc=train["accuracy"], val_acc=val["accuracy"])
        self.say(json.dumps(row))


class Columns(Quiet):
    """Columns under their names, as fastai shows them."""

    def start(self):
        self.say("epoch     train_loss  valid_loss  accuracy  time    ")

    def epoch(self, epoch, train, val, lr):
        accuracy = f"{val['accuracy']:.6f}" if "accuracy" in val else "#na#"
        cells = (str(epoch - 1), f"{train['loss']:.6f}", f"{val['loss']:.6f}", accuracy, "00:00")
        self.say("{:<10}{:<12}{:<12}{:<10}{:<8}".format(*cells))


class Averages(Quiet):
    """Epoch: [0][10/40]  Loss 2.1e+00 (2.2e+00): the value and its mean so far, as in the ImageNet example."""

    def step(self, epoch, step, loss, lr, norm):
        if step == 0:
            self.total = 0.0
        self.total += loss
        if step % max(1, self.steps // 3) == 0:
            mean = self.total / (step + 1)
            self.say(f"Epoch: [{epoch - 1}][{step:>3d}/{self.steps}]\tLoss {loss:.4e} ({mean:.4e})\tLR {lr:.2e}")

    def epoch(self, epoch, train, val, lr):
        if "accuracy" in val:
            self.say(f" *   Acc@1 {100 * val['accuracy']:.3f} Loss {val['loss']:.4e}")


class Steps(Quiet):
    """step: 120 | loss: 1.2345 | grad_norm: 0.812 | lr: 1.00e-03, every few steps."""

    def step(self, epoch, step, loss, lr, norm):
        at = (epoch - 1) * self.steps + step
        if at % max(1, self.steps // 8) == 0:
            self.say(f"step: {at} | loss: {loss:.4f} | grad_norm: {norm:.3f} | lr: {lr:.2e}")

    def epoch(self, epoch, train, val, lr):
        self.say(f"--- epoch {epoch} done: {scores('val', val)}")


class Plain(Quiet):
    """epoch 3 loss 0.512: what one prints first, without any validation."""

    def epoch(self, epoch, train, val, lr):
        self.say(f"epoch {epoch} loss {train['loss']}")


STYLES = {
    "lines": Lines,
    "example": Example,
    "bars": Bars,
    "logging": Logged,
    "dicts": Dicts,
    "iterations": Iterations,
    "table": Table,
    "csv": Csv,
    "brackets": Brackets,
    "running": Running,
    "jsonl": JsonLines,
    "columns": Columns,
    "averages": Averages,
    "steps": Steps,
    "plain": Plain,
}


def printer(style, epochs, steps, examples, batch):
    """The printer of a style."""
    return STYLES[style](epochs, steps, examples, batch)


