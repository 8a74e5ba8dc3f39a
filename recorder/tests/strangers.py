"""Situations rather than trainings: what a program may do to the recorder, and what must not come of it.

    python3 strangers.py SITUATION
"""

import os
import signal
import sys
import time

import torch
from torch import nn
from torch.nn import functional as F


def train(steps, each=None):
    """A small training; prints its last loss."""
    torch.manual_seed(5)
    torch.set_num_threads(1)
    net = nn.Sequential(nn.Linear(8, 16), nn.ReLU(), nn.Linear(16, 3))
    optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
    x, y = torch.randn(64, 8), torch.randint(0, 3, (64,))
    for step in range(steps):
        optimizer.zero_grad()
        loss = F.cross_entropy(net(x), y)
        loss.backward()
        optimizer.step()
        if each:
            each(step)
    print(f"loss {loss.item():.6f}", flush=True)


def raising():
    """The recorder's own code raises in the middle of the training."""
    training = sys.modules.get("whyloss.pytorch.training")

    def broken(step):
        if step == 20 and training:
            training.Training.after_step = lambda self, optimizer: 1 / 0

    train(60, broken)


def forked():
    """The training runs in a forked child, which leaves by os._exit."""
    child = os.fork()
    if child == 0:
        train(60)
        time.sleep(0.3)
        train(2)
        os._exit(0)
    os.waitpid(child, 0)


def slow():
    """Long enough to be killed."""
    print("ready", flush=True)
    train(100_000, lambda step: time.sleep(0.002))


def stopped():
    """The program handles SIGTERM itself and ends in order."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(7))
    slow()


def failing():
    """The program ends with an exception of its own."""
    train(20)
    raise ValueError("no such label")


def warned():
    """torch warns of the caller's line: a target that broadcasts."""
    net = nn.Linear(8, 1)
    optimizer = torch.optim.SGD(net.parameters(), lr=0.01)
    for _ in range(5):
        optimizer.zero_grad()
        F.mse_loss(net(torch.ones(4, 8)), torch.zeros(4)).backward()
        optimizer.step()


def saved():
    """The model is pickled and copied after every step, and dropped at the end: the recorder is in neither, and holds nothing."""
    import copy
    import gc
    import pickle
    import weakref

    net = nn.Sequential(nn.Linear(8, 8), nn.Dropout(0.1), nn.Linear(8, 3))
    optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
    x, y = torch.randn(64, 8), torch.randint(0, 3, (64,))
    found = 0
    for _ in range(60):
        optimizer.zero_grad()
        F.cross_entropy(net(x), y).backward()
        optimizer.step()
        found += b"whyloss" in pickle.dumps(net) + pickle.dumps(copy.deepcopy(net))
    watched = [weakref.ref(one) for one in (net, *net.parameters())]
    del net, optimizer
    gc.collect()
    print("pickles that hold whyloss:", found, "held:", sum(one() is not None for one in watched))


def talking():
    """A model that prints, warns and draws random numbers of three kinds whenever it is asked; a second one has a hook that counts."""
    import random
    import warnings

    class Talking(nn.Module):
        def __init__(self):
            super().__init__()
            self.body, self.head = nn.LSTM(8, 8, 2, dropout=0.3, batch_first=True), nn.Linear(8, 3)

        def forward(self, x, *, scale):
            print("asked", random.random(), flush=True)
            print("to stderr", file=sys.stderr, flush=True)
            warnings.warn("a warning of the model")
            hidden = self.body(x)[0][:, -1] * scale
            return {"logits": F.dropout(self.head(hidden), 0.1, self.training)}

    for hooked in (False, True):
        torch.manual_seed(5)
        random.seed(5)
        net, calls = Talking(), []
        if hooked:
            net.head.register_forward_hook(lambda *_: calls.append(1))
        optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
        x, y = torch.randn(16, 4, 8), torch.randint(0, 3, (16,))
        for _ in range(40):
            optimizer.zero_grad()
            loss = F.cross_entropy(net(x, scale=2.0)["logits"], y)
            loss.backward()
            optimizer.step()
        print(f"loss {loss.item()!r}, hook called {len(calls)} times", flush=True)


def refused():
    """Class numbers that begin at 1: the loss function raises at the first batch."""
    net = nn.Linear(8, 3)
    torch.optim.SGD(net.parameters(), lr=0.1)
    F.cross_entropy(net(torch.randn(6, 8)), torch.tensor([1, 2, 3, 1, 2, 3])).backward()


def silently():
    """Losses of a loader are taken before the training begins, and nothing is printed."""
    from torch.utils.data import DataLoader, TensorDataset

    net = nn.Linear(8, 3)
    optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
    x, y = torch.randn(64, 8), torch.randint(0, 3, (64,))
    with torch.no_grad():
        for a, b in DataLoader(TensorDataset(x, y), batch_size=16):
            F.cross_entropy(net(a), b)
    for _ in range(20):
        optimizer.zero_grad()
        F.cross_entropy(net(x), y).backward()
        optimizer.step()


def beside():
    """Trained on by a loader, looked at in whole tensors after each epoch: held-out ones, and those that are trained on."""
    from torch.utils.data import DataLoader, TensorDataset

    torch.manual_seed(5)
    net = nn.Linear(8, 3)
    optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
    x, y = torch.randn(96, 8), torch.randint(0, 3, (96,))
    loader = DataLoader(TensorDataset(x[:64], y[:64]), batch_size=16, shuffle=True)
    for epoch in range(1, 13):
        for a, b in loader:
            optimizer.zero_grad()
            F.cross_entropy(net(a), b).backward()
            optimizer.step()
        with torch.no_grad():
            held, own = F.cross_entropy(net(x[64:]), y[64:]), F.cross_entropy(net(x[:64]), y[:64])
        print(f"epoch {epoch} val_loss {held:.6f} eval_loss {own:.6f}")


SITUATIONS = {"beside": beside, "saved": saved, "silently": silently, "refused": refused, "talking": talking, "warned": warned, "plain": lambda: train(60), "raising": raising, "forked": forked, "slow": slow, "stopped": stopped, "failing": failing}

if __name__ == "__main__":
    SITUATIONS[sys.argv[1]]()
