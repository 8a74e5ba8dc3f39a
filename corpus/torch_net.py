"""The networks of the PyTorch runs and the ways in which they are initialised."""

import torch
from torch import nn

ACTIVATIONS = {"relu": nn.ReLU, "tanh": nn.Tanh, "sigmoid": nn.Sigmoid, "identity": nn.Identity}
DEAD = (0.4, 0.7, 0.95)


def dense(s, inputs, outputs, momentum=0.1):
    """A stack of linear layers."""
    layers = []
    for _ in range(s.depth):
        layers.append(nn.Linear(inputs, s.width))
        if s.normalize:
            layers.append(nn.BatchNorm1d(s.width, momentum=momentum))
        layers.append(ACTIVATIONS[s.activation]())
        if s.dropout:
            layers.append(nn.Dropout(s.dropout))
        inputs = s.width
    return nn.Sequential(*layers, nn.Linear(inputs, outputs))


def convolutional(s, outputs, momentum=0.1):
    """A small network for 8x8 images."""
    act = ACTIVATIONS[s.activation]
    layers = [nn.Unflatten(1, (1, 8, 8))]
    channels = 1
    for width in (16, 32):
        layers.append(nn.Conv2d(channels, width, 3, padding=1))
        if s.normalize:
            layers.append(nn.BatchNorm2d(width, momentum=momentum))
        layers += [act(), nn.MaxPool2d(2)]
        channels = width
    layers += [nn.Flatten(), nn.Linear(128, s.width), act()]
    if s.dropout:
        layers.append(nn.Dropout(s.dropout))
    return nn.Sequential(*layers, nn.Linear(s.width, outputs))


class Rows(nn.Module):
    """Reads an image row by row with a plain recurrent network."""

    def __init__(self, s, outputs):
        super().__init__()
        self.cell = nn.RNN(8, s.width, num_layers=s.depth, batch_first=True, nonlinearity="relu")
        self.last = nn.Linear(s.width, outputs)

    def forward(self, x):
        return self.last(self.cell(x.view(-1, 8, 8))[0][:, -1])


def build(s, inputs, outputs, fault=None, k=2):
    """The network that the settings name."""
    momentum = 0.0 if fault == "batch-norm-statistics" else 0.1
    if s.net == "cnn":
        net = convolutional(s, outputs, momentum)
    elif s.net == "rnn":
        net = Rows(s, outputs)
    else:
        net = dense(s, inputs, outputs, momentum)
    initialize(net, s.init)
    if fault == "dead-units":
        kill(net, DEAD[k])
    return net


def initialize(net, how):
    """Overwrite the framework's initial values, rightly or wrongly."""
    for p in net.parameters():
        if p.dim() < 2:
            continue
        if how == "zero":
            nn.init.zeros_(p)
        elif how == "constant":
            nn.init.constant_(p, 0.05)
        elif how == "huge":
            nn.init.normal_(p, std=5.0)
        elif how == "large":
            nn.init.normal_(p, std=0.6)
        elif how == "tiny":
            nn.init.normal_(p, std=1e-4)
        elif how == "he":
            nn.init.kaiming_normal_(p, nonlinearity="relu")
    if how in ("zero", "constant", "tiny"):
        for p in net.parameters():
            if p.dim() < 2:
                nn.init.zeros_(p)


def kill(net, share):
    """Give a share of each hidden layer's units a bias that no input overcomes."""
    hidden = [m for m in net.modules() if isinstance(m, (nn.Linear, nn.Conv2d))][:-1]
    with torch.no_grad():
        for m in hidden:
            m.bias[: max(1, int(share * len(m.bias)))] = -1e3
