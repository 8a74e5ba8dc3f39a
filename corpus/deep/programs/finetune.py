"""Pretrain on the digits 0-4, then teach the frozen body the digits 5-9 with a new head."""

import torch
import torch.nn as nn
import torch.nn.functional as F
from sklearn.datasets import load_digits

torch.manual_seed(5)
pretrain_epochs, finetune_epochs, bs = 4, 10, 32
images, labels = load_digits(return_X_y=True)
images = torch.tensor(images, dtype=torch.float32).reshape(-1, 1, 8, 8) / 16
labels = torch.tensor(labels)
low, high = labels < 5, labels >= 5


class Body(nn.Module):
    def __init__(self):
        super().__init__()
        self.c1 = nn.Conv2d(1, 16, 3, padding=1)
        self.b1 = nn.BatchNorm2d(16)
        self.c2 = nn.Conv2d(16, 32, 3, padding=1)
        self.b2 = nn.BatchNorm2d(32)

    def forward(self, x):
        x = F.max_pool2d(F.relu(self.b1(self.c1(x))), 2)
        x = F.max_pool2d(F.relu(self.b2(self.c2(x))), 2)
        return x.flatten(1)


class Classifier(nn.Module):
    def __init__(self, body, classes):
        super().__init__()
        self.body = body
        self.fc = nn.Linear(128, classes)

    def forward(self, x):
        return self.fc(self.body(x))


def fit(model, optimizer, x, y, epochs, title):
    cut = int(0.8 * len(x))
    for epoch in range(epochs):
        model.train()
        if title == "finetune":
            model.body.eval()
        losses = []
        for rows in torch.randperm(cut).split(bs):
            optimizer.zero_grad()
            loss = F.cross_entropy(model(x[rows]), y[rows])
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
        model.eval()
        with torch.no_grad():
            acc = (model(x[cut:]).argmax(1) == y[cut:]).float().mean()
        print(f"{title} {epoch:02d} loss {sum(losses) / len(losses):.4f} acc {acc:.4f}")


model = Classifier(Body(), 5)
optimizer = torch.optim.Adam(model.parameters(), lr=2e-3)
fit(model, optimizer, images[low], labels[low], pretrain_epochs, "pretrain")

for p in model.body.parameters():
    p.requires_grad = False
model.fc = nn.Linear(128, 5)
optimizer = torch.optim.Adam(model.fc.parameters(), lr=5e-3)
fit(model, optimizer, images[high], labels[high] - 5, finetune_epochs, "finetune")
