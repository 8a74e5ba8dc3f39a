"""Classify the digits with a small network, trained by Lightning."""

import argparse

import numpy as np
import torch
from sklearn.datasets import load_digits
from torch import nn
from torch.nn import functional as F
from torch.utils.data import DataLoader, TensorDataset

try:
    import lightning as L
except ImportError:
    import pytorch_lightning as L

p = argparse.ArgumentParser()
p.add_argument("--seed", type=int, default=1)
p.add_argument("--epochs", type=int, default=8)
args = p.parse_args()
L.seed_everything(args.seed)


class Digits(L.LightningModule):
    def __init__(self, width=64):
        super().__init__()
        self.net = nn.Sequential(
            nn.Linear(64, width),
            nn.ReLU(),
            nn.Linear(width, width),
            nn.ReLU(),
            nn.Linear(width, 10),
        )

    def forward(self, x):
        return self.net(x)

    def training_step(self, batch, batch_idx):
        x, y = batch
        loss = F.cross_entropy(self(x), y)
        self.log("train_loss", loss)
        return loss

    def validation_step(self, batch, batch_idx):
        x, y = batch
        logits = self(x)
        self.log("val_loss", F.cross_entropy(logits, y))
        self.log("val_acc", (logits.argmax(1) == y).float().mean())

    def configure_optimizers(self):
        return torch.optim.Adam(self.parameters(), lr=2e-3)


class Print(L.Callback):
    def on_validation_end(self, trainer, model):
        shown = " - ".join(f"{name}: {float(value):.4f}" for name, value in sorted(trainer.callback_metrics.items()))
        print(f"epoch {trainer.current_epoch + 1} - {shown}", flush=True)


x, y = load_digits(return_X_y=True)
x, y = torch.tensor(x, dtype=torch.float32), torch.tensor(y)
x = x / 16
order = torch.tensor(np.random.RandomState(0).permutation(len(x)))
cut = int(0.8 * len(x))
train, held = order[:cut], order[cut:]
loader = DataLoader(TensorDataset(x[train], y[train]), batch_size=32, shuffle=True)
validation = DataLoader(TensorDataset(x[held], y[held]), batch_size=128)
model = Digits()
trainer = L.Trainer(
    max_epochs=args.epochs,
    logger=False,
    callbacks=[Print()],
)
trainer.fit(model, loader, validation)
