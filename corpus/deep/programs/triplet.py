"""Learn an embedding of digits with a triplet loss over the triplets of each batch."""

import torch
import torch.nn.functional as F
from sklearn.datasets import load_digits
from torch import nn, optim

SEED = 11
LR = 1e-3
MARGIN, STEPS, PER_CLASS = 0.5, 220, 5
torch.manual_seed(SEED)
digits = load_digits()
images = torch.as_tensor(digits.data / 16.0).float()
labels = torch.as_tensor(digits.target)
shuffled = torch.randperm(len(images))
train_idx, test_idx = shuffled[:1400], shuffled[1400:]
by_class = [train_idx[labels[train_idx] == c] for c in range(10)]

net = nn.Sequential(nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, 8))
optimizer = optim.Adam(net.parameters(), lr=LR)


def sample():
    rows = torch.cat([c[torch.randperm(len(c))[:PER_CLASS]] for c in by_class])
    return images[rows], labels[rows]


def triplet_loss(emb, lab):
    d = torch.cdist(emb, emb)
    same = lab[:, None] == lab[None, :]
    hinge = F.relu(MARGIN + d[:, :, None] - d[:, None, :])
    valid = (same & ~torch.eye(len(lab), dtype=torch.bool))[:, :, None] & ~same[:, None, :]
    return hinge[valid].mean()


def knn_accuracy():
    with torch.no_grad():
        known, new = net(images[train_idx]), net(images[test_idx])
    nearest = torch.cdist(new, known).argmin(1)
    return (labels[train_idx][nearest] == labels[test_idx]).float().mean().item()


for step in range(STEPS):
    x, y = sample()
    embedding = net(x)
    loss = triplet_loss(embedding, y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    if step % 20 == 0 or step == STEPS - 1:
        print(f"{step:>4} triplet {loss.item():.4f} 1-nn {knn_accuracy():.3f}")
