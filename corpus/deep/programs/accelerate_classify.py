"""Classify the digits with a small convolutional network, in a loop of one's own over Accelerate."""

import argparse

import numpy as np
import torch
from accelerate import Accelerator
from accelerate.utils import set_seed
from sklearn.datasets import load_digits
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

p = argparse.ArgumentParser()
p.add_argument("--seed", type=int, default=1)
p.add_argument("--epochs", type=int, default=6)
args = p.parse_args()
set_seed(args.seed)
accelerator = Accelerator(cpu=True)


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.body = nn.Sequential(
            nn.Conv2d(1, 16, 3, padding=1),
            nn.ReLU(),
            nn.MaxPool2d(2),
            nn.Conv2d(16, 32, 3, padding=1),
            nn.ReLU(),
            nn.MaxPool2d(2),
        )
        self.head = nn.Linear(128, 10)

    def forward(self, x):
        return self.head(self.body(x).flatten(1))


x, y = load_digits(return_X_y=True)
x, y = torch.tensor(x, dtype=torch.float32).reshape(-1, 1, 8, 8), torch.tensor(y)
x = x / 16
order = torch.tensor(np.random.RandomState(0).permutation(len(x)))
cut = int(0.8 * len(x))
train, held = order[:cut], order[cut:]
loader = DataLoader(TensorDataset(x[train], y[train]), batch_size=32, shuffle=True)
validation = DataLoader(TensorDataset(x[held], y[held]), batch_size=128)
net = Net()
optimizer = torch.optim.AdamW(net.parameters(), lr=2e-3, weight_decay=0.0)
criterion = nn.CrossEntropyLoss()
net, optimizer, loader, validation = accelerator.prepare(net, optimizer, loader, validation)
for epoch in range(args.epochs):
    net.train()
    total = 0.0
    for a, b in loader:
        optimizer.zero_grad()
        loss = criterion(net(a), b)
        accelerator.backward(loss)
        optimizer.step()
        total += loss.item() / len(loader)
    net.eval()
    losses, right = [], 0
    with torch.no_grad():
        for a, b in validation:
            logits = net(a)
            losses.append(criterion(logits, b).item())
            right += (logits.argmax(1) == b).sum().item()
    accelerator.print(f"epoch {epoch + 1} - loss: {total:.4f} - val_loss: {sum(losses) / len(losses):.4f} - val_acc: {right / len(held):.4f}")
