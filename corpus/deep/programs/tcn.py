"""A temporal convolutional network, organised in the manner of Lightning but without it."""

import argparse

import torch
import torch.nn as nn
import torch.nn.functional as F


class ResidualBlock(nn.Module):
    def __init__(self, channels, dilation):
        super().__init__()
        self.conv_a = nn.Conv1d(channels, channels, 3, padding=dilation, dilation=dilation)
        self.conv_b = nn.Conv1d(channels, channels, 3, padding=dilation, dilation=dilation)
        self.norm = nn.BatchNorm1d(channels)

    def forward(self, x):
        return x + self.conv_b(F.relu(self.norm(self.conv_a(x))))


class TCN(nn.Module):
    def __init__(self, hparams):
        super().__init__()
        self.hparams = hparams
        inputs, outputs = (8, 10) if hparams.task == "digits" else (1, 1)
        self.stem = nn.Conv1d(inputs, hparams.channels, 1)
        self.blocks = nn.Sequential(*[ResidualBlock(hparams.channels, 2 ** i) for i in range(3)])
        self.dropout = nn.Dropout(hparams.dropout)
        self.head = nn.Linear(hparams.channels, outputs)

    def forward(self, x):
        x = self.blocks(self.stem(x))
        return self.head(self.dropout(x.mean(-1)))

    def loss(self, prediction, target):
        if self.hparams.task == "digits":
            return F.cross_entropy(prediction, target)
        return F.mse_loss(prediction.squeeze(-1), target)

    def training_step(self, batch):
        x, target = batch
        return self.loss(self(x), target)

    def validation_step(self, batch):
        x, target = batch
        prediction = self(x)
        if self.hparams.task == "digits":
            score = (prediction.argmax(-1) == target).float().mean()
        else:
            score = 1 - F.mse_loss(prediction.squeeze(-1), target) / target.var()
        return self.loss(prediction, target), score

    def configure_optimizers(self):
        return torch.optim.AdamW(self.parameters(), lr=self.hparams.lr, weight_decay=1e-3)


def dataset(task):
    if task == "digits":
        from sklearn.datasets import load_digits
        x, y = load_digits(return_X_y=True)
        x = torch.tensor(x).float().view(-1, 8, 8) / 16
        y = torch.tensor(y)
    else:
        from scipy.misc import electrocardiogram
        signal = torch.tensor(electrocardiogram()[:36000:4]).float()
        signal = (signal - signal.mean()) / signal.std()
        x = signal.unfold(0, 24, 4)[:-2].unsqueeze(1)
        y = signal[24::4][:len(x)]
    return torch.utils.data.TensorDataset(x, y)


def run(hparams):
    torch.manual_seed(hparams.seed)
    data = dataset(hparams.task)
    n_val = len(data) // 5
    train_part, val_part = torch.utils.data.random_split(data, [len(data) - n_val, n_val])
    train_dl = torch.utils.data.DataLoader(train_part, hparams.batch, shuffle=True, drop_last=True)
    val_dl = torch.utils.data.DataLoader(val_part, 512)
    module = TCN(hparams)
    optimizer = module.configure_optimizers()
    for epoch in range(hparams.max_epochs):
        module.train()
        for i, batch in enumerate(train_dl):
            loss = module.training_step(batch)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            if i % 10 == 0:
                print(f"epoch={epoch} batch={i} train_loss={loss:.4f}")
        module.eval()
        with torch.no_grad():
            results = [module.validation_step(batch) for batch in val_dl]
        val_loss = sum(r[0] for r in results) / len(results)
        val_score = sum(r[1] for r in results) / len(results)
        print(f"epoch={epoch} val_loss={val_loss:.4f} val_score={val_score:.4f}")


if __name__ == "__main__":
    p = argparse.ArgumentParser()
    p.add_argument("--task", default="digits", choices=("digits", "ecg"))
    p.add_argument("--lr", type=float, default=3e-3)
    p.add_argument("--batch", type=int, default=32)
    p.add_argument("--channels", type=int, default=24)
    p.add_argument("--dropout", type=float, default=0.1)
    p.add_argument("--max_epochs", type=int, default=5)
    p.add_argument("--seed", type=int, default=0)
    run(p.parse_args())
