"""Predict a continuous target (the progression of diabetes) with a small network."""

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F
from sklearn.datasets import load_diabetes

SEED = 0
LR = 3e-3
BATCH = 32
EPOCHS = 30
HIDDEN = 32
torch.manual_seed(SEED)

x, y = load_diabetes(return_X_y=True)
order = np.random.RandomState(SEED).permutation(len(x))
x, y = x[order], y[order]
n = int(0.8 * len(x))
mean, std = x[:n].mean(0), x[:n].std(0)
x = (x - mean) / std
y = (y - y[:n].mean()) / y[:n].std()
x = torch.tensor(x).float()
y = torch.tensor(y).float().unsqueeze(1)
x_tr, y_tr, x_te, y_te = x[:n], y[:n], x[n:], y[n:]


class Net(nn.Module):
    def __init__(self):
        super(Net, self).__init__()
        self.fc1 = nn.Linear(x.shape[1], HIDDEN)
        self.fc2 = nn.Linear(HIDDEN, HIDDEN)
        self.fc3 = nn.Linear(HIDDEN, 1)

    def forward(self, a):
        a = F.relu(self.fc1(a))
        a = F.relu(self.fc2(a))
        return self.fc3(a)


net = Net()
opt = torch.optim.SGD(net.parameters(), lr=LR, momentum=0.9)
step = 0
for ep in range(EPOCHS):
    perm = torch.randperm(n)
    for i in range(0, n, BATCH):
        idx = perm[i:i + BATCH]
        pred = net(x_tr[idx])
        loss = F.mse_loss(pred, y_tr[idx])
        opt.zero_grad()
        loss.backward()
        opt.step()
        if step % 20 == 0:
            print('step', step, 'train mse', loss.item())
        step += 1

with torch.no_grad():
    pred = net(x_te)
    mse = ((pred - y_te) ** 2).mean().item()
    r2 = 1 - mse / y_te.var().item()
print('test mse %.4f  r2 %.4f' % (mse, r2))
