"""Forecast an electrocardiogram: the next value from the last 40."""

import warnings

import numpy as np
import torch
from torch import nn

warnings.simplefilter("ignore")


class Forecaster(nn.Module):
    def __init__(self, hidden=24):
        super().__init__()
        self.lstm = nn.LSTM(1, hidden, batch_first=True)
        self.out = nn.Linear(hidden, 1)

    def forward(self, seq):
        states, _ = self.lstm(seq)
        return self.out(states[:, -1])


def windows(signal, length=40):
    at = np.arange(len(signal) - length)[:, None] + np.arange(length)
    return signal[at][:, :, None], signal[length:][:, None]


def main(
    seed=0,
    lr=0.005,
    batch_size=32,
    iterations=240,
):
    from scipy.misc import electrocardiogram

    torch.manual_seed(seed)
    ecg = electrocardiogram()[:24000:4].astype(np.float32)
    ecg = (ecg - ecg.mean()) / ecg.std()
    p, t = windows(ecg)
    p, t = torch.tensor(p), torch.tensor(t)
    n_train = 4500
    model = Forecaster()
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    for it in range(iterations):
        rows = torch.randint(0, n_train, (batch_size,))
        y = model(p[rows])
        loss = ((y - t[rows]) ** 2).mean()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        if (it + 1) % 20 == 0:
            print(f"iter {it + 1:4d}/{iterations}  mse={float(loss):.5f}", flush=True)
    with torch.no_grad():
        error = ((model(p[n_train:]) - t[n_train:]) ** 2).mean()
    print(f"done. test mse={float(error):.5f} (predicting the mean: {float(t[n_train:].var()):.5f})")


main()
