"""Small trainings of many kinds; each prints a hash of its final weights and of the random state, and nothing else matters.

    python3 trainings.py NAME [NAME ...]     # one line a training: name, hash
"""

import sys

import torch
from torch import nn
from torch.nn import functional as F
from torch.utils.data import DataLoader, TensorDataset

from marks import mark

STEPS = 60


def data(seed=0, count=256, features=12, classes=4):
    """Points around class centres, drawn by a generator of their own."""
    own = torch.Generator().manual_seed(seed)
    centres = torch.randn(classes, features, generator=own) * 2
    y = torch.randint(0, classes, (count,), generator=own)
    return centres[y] + torch.randn(count, features, generator=own), y


def mlp(*between):
    return nn.Sequential(nn.Linear(12, 24), *between, nn.ReLU(), nn.Linear(24, 4))


def batches(x, y, size=32, steps=STEPS):
    for step in range(steps):
        at = step * size % len(x)
        yield x[at : at + size], y[at : at + size]


def fit(net, optimizer, steps=STEPS, each=None):
    x, y = data()
    for a, b in batches(x, y, steps=steps):
        optimizer.zero_grad()
        loss = F.cross_entropy(net(a), b)
        loss.backward()
        if each:
            each()
        optimizer.step()
    return net


def with_optimizer(make, *between, each=None):
    net = mlp(*between)
    return fit(net, make(net.parameters()), each=each and each(net))


def sgd():
    net = mlp()
    optimizer = torch.optim.SGD(net.parameters(), lr=0.1, momentum=0.9)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, STEPS)
    return fit(net, optimizer, each=lambda: None) and _scheduled(net, optimizer, schedule)


def _scheduled(net, optimizer, schedule):
    x, y = data(1)
    for a, b in batches(x, y):
        optimizer.zero_grad()
        F.cross_entropy(net(a), b).backward()
        optimizer.step()
        schedule.step()
    return net


def lbfgs():
    net = mlp()
    x, y = data()
    optimizer = torch.optim.LBFGS(net.parameters(), lr=0.5, max_iter=5)

    def closure():
        optimizer.zero_grad()
        loss = F.cross_entropy(net(x), y)
        loss.backward()
        return loss

    for _ in range(8):
        optimizer.step(closure)
    return net


def loader(workers=0):
    net = mlp(nn.Dropout(0.3))
    optimizer = torch.optim.Adam(net.parameters())
    x, y = data()
    for _ in range(4):
        net.train()
        for a, b in DataLoader(TensorDataset(x, y), batch_size=32, shuffle=True, num_workers=workers):
            optimizer.zero_grad()
            nn.CrossEntropyLoss(label_smoothing=0.1)(net(a), b).backward()
            optimizer.step()
        net.eval()
        with torch.no_grad():
            F.cross_entropy(net(x), y).item()
    return net


class Recurrent(nn.Module):
    def __init__(self):
        super().__init__()
        self.lstm = nn.LSTM(3, 16, num_layers=2, dropout=0.2, batch_first=True)
        self.head = nn.Linear(16, 4)

    def forward(self, x):
        return self.head(self.lstm(x.view(len(x), 4, 3))[0][:, -1])


class Attention(nn.Module):
    def __init__(self):
        super().__init__()
        self.inner = nn.TransformerEncoder(nn.TransformerEncoderLayer(12, 3, 24, batch_first=True), 2)
        self.head = nn.Linear(12, 4)

    def forward(self, x):
        return self.head(self.inner(x.unsqueeze(1).expand(-1, 3, -1)).mean(1))


class Convolution(nn.Module):
    def __init__(self):
        super().__init__()
        self.body = nn.Sequential(
            nn.Conv2d(1, 6, 3, padding=1), nn.BatchNorm2d(6), nn.ReLU(inplace=True), nn.Conv2d(6, 8, 3), nn.ReLU(inplace=True)
        )
        self.head = nn.Linear(16, 4)

    def forward(self, x):
        return self.head(self.body(x.view(-1, 1, 3, 4)).flatten(1))


def bfloat16():
    net = mlp()
    optimizer = torch.optim.AdamW(net.parameters(), lr=1e-2)
    x, y = data()
    for a, b in batches(x, y):
        optimizer.zero_grad()
        with torch.autocast("cpu", dtype=torch.bfloat16):
            loss = F.cross_entropy(net(a), b)
        loss.backward()
        optimizer.step()
    return net


def scaler():
    kind = getattr(torch.amp, "GradScaler", None)
    scale = kind("cpu", init_scale=1024.0) if kind else torch.cuda.amp.GradScaler(enabled=False)
    net = mlp()
    optimizer = torch.optim.SGD(net.parameters(), lr=0.05)
    x, y = data()
    for a, b in batches(x, y):
        optimizer.zero_grad()
        scale.scale(F.cross_entropy(net(a), b)).backward()
        scale.step(optimizer)
        scale.update()
    return net


def accumulated():
    net = mlp()
    optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
    x, y = data()
    for i, (a, b) in enumerate(batches(x, y, steps=4 * STEPS)):
        (F.cross_entropy(net(a), b) / 4).backward()
        if i % 4 == 3:
            optimizer.step()
            optimizer.zero_grad()
    return net


def gan():
    made, judge = nn.Sequential(nn.Linear(4, 16), nn.ReLU(), nn.Linear(16, 12)), nn.Sequential(nn.Linear(12, 16), nn.LeakyReLU(0.2), nn.Linear(16, 1))
    one, two = torch.optim.Adam(judge.parameters(), lr=2e-3), torch.optim.Adam(made.parameters(), lr=2e-3)
    x, y = data()
    for a, _ in batches(x, y):
        fake = made(torch.randn(len(a), 4))
        one.zero_grad()
        loss = F.binary_cross_entropy_with_logits(judge(a), torch.ones(len(a), 1))
        loss = loss + F.binary_cross_entropy_with_logits(judge(fake.detach()), torch.zeros(len(a), 1))
        loss.backward()
        one.step()
        two.zero_grad()
        F.binary_cross_entropy_with_logits(judge(fake), torch.ones(len(a), 1)).backward()
        two.step()
    return nn.ModuleList([made, judge])


def scripted():
    net = torch.jit.script(mlp(nn.Tanh()))
    loss_of = torch.jit.script(nn.CrossEntropyLoss())
    optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
    x, y = data()
    for a, b in batches(x, y):
        optimizer.zero_grad()
        loss_of(net(a), b).backward()
        optimizer.step()
    return net


def copied():
    import copy
    import pickle

    net = fit(mlp(), torch.optim.SGD(mlp().parameters(), lr=0.1), steps=2)
    net = pickle.loads(pickle.dumps(copy.deepcopy(net)))
    return fit(net, torch.optim.Adam(net.parameters()))


def compiled():
    if not hasattr(torch, "compile"):
        return mlp()
    net = mlp()
    fast = torch.compile(net, backend="eager", fullgraph=True)
    return fit(fast, torch.optim.SGD(net.parameters(), lr=0.1)) and net


def manual():
    net = mlp()
    x, y = data()
    for a, b in batches(x, y):
        F.cross_entropy(net(a), b).backward()
        with torch.no_grad():
            for one in net.parameters():
                one -= 0.1 * one.grad
                one.grad = None
    return net


def clip(net):
    return lambda: nn.utils.clip_grad_norm_(net.parameters(), 0.5)


TRAININGS = {
    "sgd": sgd,
    "adam": lambda: with_optimizer(torch.optim.Adam),
    "adamw-clip": lambda: with_optimizer(torch.optim.AdamW, each=clip),
    "rmsprop-dropout": lambda: with_optimizer(torch.optim.RMSprop, nn.Dropout(0.4)),
    "adam-foreach": lambda: with_optimizer(lambda p: torch.optim.Adam(p, foreach=True)),
    "lbfgs": lbfgs,
    "loader": loader,
    "workers": lambda: loader(2),
    "lstm": lambda: (lambda net: fit(net, torch.optim.Adam(net.parameters())))(Recurrent()),
    "transformer": lambda: (lambda net: fit(net, torch.optim.Adam(net.parameters())))(Attention()),
    "batch-norm": lambda: (lambda net: fit(net, torch.optim.SGD(net.parameters(), lr=0.05)))(Convolution()),
    "bfloat16": bfloat16,
    "scaler": scaler,
    "accumulated": accumulated,
    "gan": gan,
    "scripted": scripted,
    "copied": copied,
    "compiled": compiled,
    "manual": manual,
}


def main():
    torch.set_num_threads(1)
    for name in sys.argv[1:] or TRAININGS:
        torch.manual_seed(7)
        print(name, mark(TRAININGS[name]()), flush=True)


if __name__ == "__main__":
    main()
