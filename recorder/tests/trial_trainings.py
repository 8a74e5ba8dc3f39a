"""Small trainings for the trials of `whyloss verify`: each as its owner wrote it, and its slow twin with one change made by hand.

    python3 trial_trainings.py NAME [hand]     # one line of JSON: a mark, some final weights, a loss on held-out rows
"""

import json
import math
import sys

import torch
from torch import nn
from torch.nn import functional as F
from torch.utils.data import DataLoader, TensorDataset

from marks import mark

HAND = sys.argv[2:] == ["hand"]
torch.manual_seed(3)
own = torch.Generator().manual_seed(5)
X = torch.randn(256, 10, generator=own) * torch.linspace(0.5, 4, 10) + 1
Y = (X @ torch.randn(10, 3, generator=own)).argmax(1)
Z = X @ torch.randn(10, 1, generator=own) * 9 + 70
XT, YT, ZT = X[192:], Y[192:], Z[192:]
X, Y, Z = X[:192], Y[:192], Z[:192]


class Net(nn.Module):
    def __init__(self, outputs=3, act=F.relu, last=None, body=None):
        super().__init__()
        self.fc1, self.body, self.fc2 = nn.Linear(10, 16), body or nn.Identity(), nn.Linear(16, 16)
        self.module, self.act, self.last, self.fc3 = nn.Sigmoid() if act is torch.sigmoid else nn.ReLU(), act, last, nn.Linear(16, outputs)

    def forward(self, x):
        x = self.module(self.body(self.fc1(x)))
        x = self.fc3(self.act(self.fc2(x)))
        return x if self.last is None else self.last(x)


def cut(net, optimizer, loss_of, x=X, y=Y, steps=48, size=32, each=None, clear=True, schedule=None, after=None):
    """Batches cut by hand."""
    for step in range(steps):
        at = step * size % len(x)
        if clear:
            optimizer.zero_grad()
        loss_of(net(x[at : at + size]), y[at : at + size]).backward()
        if each:
            each(step)
        optimizer.step()
        if schedule:
            schedule.step()
        if after:
            after(step)
    return net


def loaded(net, optimizer, loss_of, x=X, y=Y, epochs=6, size=32, shuffle=True, passes=1):
    """Batches of a loader."""
    loader = DataLoader(TensorDataset(x, y), batch_size=size, shuffle=shuffle)
    for _ in range(epochs):
        net.train()
        for _ in range(passes):
            for a, b in loader:
                optimizer.zero_grad()
                loss_of(net(a), b).backward()
                optimizer.step()
    return net


def sgd(net, lr=0.02, **more):
    return torch.optim.SGD(net.parameters(), lr=lr, **more)


def rate():
    net = Net()
    return cut(net, sgd(net, 0.02 * 0.1 if HAND else 0.02, momentum=0.9), F.cross_entropy)


def rate_number():
    net = Net()
    return cut(net, sgd(net, 0.005 if HAND else 0.02), F.cross_entropy)


def scheduled(lr=None, optimizer=None):
    net = Net()
    made = optimizer(net) if optimizer else sgd(net, lr or (0.02 * 0.1 if HAND else 0.02))
    return cut(net, made, F.cross_entropy, schedule=torch.optim.lr_scheduler.LambdaLR(made, lambda s: 1 / (1 + s / 10)))


def other_optimizer():
    return scheduled(optimizer=lambda net: torch.optim.Adam(net.parameters(), lr=1e-3) if HAND else sgd(net, 0.02))


def to_sgd():
    net = Net()
    made = sgd(net, 0.01 * 0.1, momentum=0.9) if HAND else torch.optim.Adam(net.parameters(), lr=0.004)
    return cut(net, made, F.cross_entropy)


def set_rate(optimizer, value):
    for group in optimizer.param_groups:
        group["lr"] = value


def warmup():
    net = Net()
    made = sgd(net)
    return cut(net, made, F.cross_entropy, each=lambda s: HAND and set_rate(made, 0.02 * min(1.0, (s + 1) / 12)))


def cosine():
    net = Net()
    made = sgd(net)
    return cut(net, made, F.cross_entropy, each=lambda s: HAND and set_rate(made, 0.02 * 0.5 * (1.0 + math.cos(math.pi * s / 48))))


def ranged():
    net = Net()
    made = sgd(net)
    return cut(net, made, F.cross_entropy, each=lambda s: HAND and set_rate(made, 1e-5 * (0.1 / 1e-5) ** (min(s, 39) / 39)))


def clipped():
    net = Net()
    return cut(net, sgd(net), F.cross_entropy, each=lambda s: HAND and nn.utils.clip_grad_norm_(net.parameters(), 0.1))


def momentum():
    net = Net()
    return cut(net, sgd(net, momentum=0.5 if HAND else 0.95), F.cross_entropy)


def decayed():
    net = Net()
    return cut(net, sgd(net, weight_decay=0.5 * 0.1 if HAND else 0.5), F.cross_entropy)


def not_cleared():
    net = Net()
    return cut(net, sgd(net), F.cross_entropy, clear=HAND)


def cleared_late():
    net = Net()
    made = sgd(net)
    return cut(net, made, F.cross_entropy, clear=HAND, each=lambda s: not HAND and made.zero_grad())


def redrawn(lr=0.02):
    net = Net()
    if HAND:
        drawn = torch.Generator().manual_seed(torch.initial_seed() + 1)
        for layer in (net.fc1, net.fc2, net.fc3):
            layer.weight.data = torch.empty(layer.weight.shape).normal_(0.0, math.sqrt(2 / layer.in_features), generator=drawn)
            nn.init.zeros_(layer.bias)
    else:
        for one in net.parameters():
            nn.init.zeros_(one)
    return cut(net, sgd(net, lr), F.cross_entropy)


def redrawn_slowly():
    return redrawn(0.02 * 0.1 if HAND else 0.02)


def hidden():
    net = Net(act=F.relu if HAND else torch.sigmoid)
    return cut(net, sgd(net), F.cross_entropy)


def bent_output():
    net = Net(last=None if HAND else torch.relu)
    return cut(net, sgd(net), F.cross_entropy)


def softmax_twice():
    net = Net(last=None if HAND else nn.Softmax(dim=1))
    return cut(net, sgd(net), F.cross_entropy), None, lambda out: F.nll_loss((out.softmax(1) if HAND else out).log(), YT)


def softmax_of_one():
    net = Net(1, last=torch.sigmoid if HAND else lambda x: x.softmax(1))
    return cut(net, sgd(net), F.binary_cross_entropy, y=(Y == 0).float().unsqueeze(1))


def broadcast():
    net = Net(1)
    z = (Z - 70) / 30
    return cut(net, sgd(net), F.mse_loss, y=z if HAND else z[:, 0])


def moments(x):
    mean = x.double().mean(0)
    return mean.float(), ((x.double() - mean) ** 2).mean(0).sqrt().float()


def inputs():
    net, (mean, spread) = Net(), moments(X)
    made = loaded(net, sgd(net), F.cross_entropy, (X - mean) / spread if HAND else X)
    return made, ((XT - mean) / spread if HAND else XT)


def holes():
    x = X.clone()
    x[::7, 3] = float("nan")
    if HAND:
        x[::7, 3] = x[:, 3][~x[:, 3].isnan()].double().mean().float()
    net = Net()
    return loaded(net, sgd(net), F.cross_entropy, x)


def targets(loss=F.mse_loss):
    net, (mean, spread) = Net(1), moments(Z)
    made = loaded(net, sgd(net, 0.005), loss, y=(Z - mean) / spread if HAND else Z)
    return made, None, lambda out: F.mse_loss(out * spread + mean if HAND else out, ZT)


def absolute_targets():
    return targets(F.l1_loss)


def targets_by_hand():
    net, (mean, spread) = Net(1), moments(Z)
    return cut(net, sgd(net, 0.01), lambda a, b: ((a - b) ** 2).mean(), y=(Z - mean) / spread if HAND else Z, steps=300), None, lambda out: (
        (out * spread + mean if HAND else out) - ZT).pow(2).mean()


def larger():
    net = Net()
    return loaded(net, sgd(net), F.cross_entropy, size=128 if HAND else 32)


def accumulated():
    net = Net()
    made = sgd(net, momentum=0.9)
    if not HAND:
        return cut(net, made, F.cross_entropy)
    for step in range(0, 48, 4):
        made.zero_grad()
        for at in range(step, step + 4):
            F.cross_entropy(net(X[at * 32 % 192 : at * 32 % 192 + 32]), Y[at * 32 % 192 : at * 32 % 192 + 32]).backward()
        for one in net.parameters():
            one.grad /= 4
        made.step()
    return net


def longer():
    net = Net()
    return loaded(net, sgd(net), F.cross_entropy, passes=3 if HAND else 1)


def shuffled():
    net = Net()
    return loaded(net, sgd(net), F.cross_entropy, shuffle=HAND)


def dropped():
    net = Net(body=nn.Dropout(0.2 if HAND else 0.8))
    return cut(net, sgd(net), F.cross_entropy)


def dropped_anew():
    act, drop = F.relu, lambda x: F.dropout(x, 0.3, net.training)
    net = Net(act=(lambda x: drop(act(x))) if HAND else act)
    if HAND:
        net.module = nn.Sequential(nn.ReLU(), nn.Dropout(0.3))
    return cut(net, sgd(net), F.cross_entropy)


def norm_momentum():
    net = Net(body=nn.BatchNorm1d(16, momentum=0.1 if HAND else 0.001))
    return cut(net, sgd(net), F.cross_entropy)


def norm_frozen():
    net = Net(body=nn.BatchNorm1d(16))
    if HAND:
        net.body.eval()
    return cut(net, sgd(net), F.cross_entropy)


def in_eval():
    net = Net(body=nn.BatchNorm1d(16))
    if not HAND:
        net.eval()
    return cut(net, sgd(net), F.cross_entropy)


def weighed():
    net = Net()
    weight = len(Y) / (3 * torch.bincount(Y).double())
    return loaded(net, sgd(net), lambda a, b: F.cross_entropy(a, b, weight=weight.float() if HAND else None))


def robust():
    net = Net(1)
    return cut(net, sgd(net), nn.HuberLoss() if HAND else F.mse_loss, y=(Z - 70) / 30)


def head_only():
    net = Net()
    return cut(net, sgd(net if HAND else net.fc3, momentum=0.9), F.cross_entropy)


def frozen_body():
    net = Net()
    net.fc1.weight.requires_grad_(HAND)
    return cut(net, torch.optim.SGD([one for one in net.parameters() if one.requires_grad], lr=0.02), F.cross_entropy)


def half():
    net = Net()

    def loss_of(a, b):
        return F.cross_entropy((a if HAND else a.bfloat16()).float(), b)

    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=not HAND):
        return cut(net, sgd(net), loss_of)


def one_batch():
    net = Net()
    return cut(net, sgd(net), F.cross_entropy, X[:32] if HAND else X, Y[:32] if HAND else Y)


def with_lbfgs():
    net = Net()
    made = torch.optim.LBFGS(net.parameters(), lr=0.3, max_iter=3)

    def closure():
        made.zero_grad()
        loss = F.cross_entropy(net(X), Y)
        loss.backward()
        if HAND:
            nn.utils.clip_grad_norm_(net.parameters(), 0.05)
        return loss

    for _ in range(8):
        made.step(closure)
    return net


def no_step():
    net = Net()
    for _ in range(4):
        F.cross_entropy(net(X), Y).backward()
    return net


def from_file():
    net = Net()
    net.load_state_dict(Net().state_dict())
    return cut(net, sgd(net), F.cross_entropy, steps=4)


def by_hand_loss():
    net = Net(3)
    return cut(net, sgd(net), lambda a, b: -F.log_softmax(a, 1)[torch.arange(len(b)), b].mean(), steps=4)


def tokens():
    net = nn.Sequential(nn.Embedding(20, 16), nn.Flatten(), nn.Linear(160, 3))
    return cut(net, sgd(net), F.cross_entropy, (X.abs() * 3).long().clamp(max=19), steps=4), (XT.abs() * 3).long().clamp(max=19)


def main():
    made = globals()[sys.argv[1]]()
    net, x, score = (*made, None, None)[:3] if isinstance(made, tuple) else (made, None, None)
    state = mark(net)
    # the last weights as the training left them, then what the model answers
    weights = torch.cat([one.detach().float().reshape(-1) for one in net.state_dict().values()])[:2000]
    net.eval()
    with torch.no_grad():
        out = net(XT if x is None else x)
        held = (score(out) if score else F.cross_entropy(out, YT) if out.shape[1] > 1 else out.mean()).item()
    print(json.dumps({"mark": state, "weights": weights.tolist(), "held": held}))


if __name__ == "__main__":
    main()
