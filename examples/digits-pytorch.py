"""Handwritten digits with PyTorch, as its tutorials train; one value is wrong. See `whyloss verify` in the README."""

import torch
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

torch.manual_seed(0)

digits = load_digits()
images = torch.tensor(digits.data / 16, dtype=torch.float32)
labels = torch.tensor(digits.target)
rows, held = train_test_split(range(len(labels)), test_size=0.25, random_state=0)
train_dataloader = DataLoader(TensorDataset(images[rows], labels[rows]), batch_size=64, shuffle=True)
test_dataloader = DataLoader(TensorDataset(images[held], labels[held]), batch_size=64)

model = nn.Sequential(
    nn.Linear(64, 128),
    nn.ReLU(),
    nn.Linear(128, 64),
    nn.ReLU(),
    nn.Linear(64, 10),
)
loss_fn = nn.CrossEntropyLoss()
optimizer = torch.optim.SGD(model.parameters(), lr=5.0, momentum=0.9)


def train_loop(dataloader):
    model.train()
    for X, y in dataloader:
        loss = loss_fn(model(X), y)
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
    return loss.item()


def test_loop(dataloader):
    model.eval()
    test_loss, correct = 0.0, 0
    with torch.no_grad():
        for X, y in dataloader:
            pred = model(X)
            test_loss += loss_fn(pred, y).item()
            correct += (pred.argmax(1) == y).sum().item()
    return test_loss / len(dataloader), correct / len(dataloader.dataset)


for t in range(10):
    loss = train_loop(train_dataloader)
    test_loss, accuracy = test_loop(test_dataloader)
    print(f"Epoch {t + 1}: loss {loss:.4f} - val_loss {test_loss:.4f} - val_accuracy {accuracy:.4f}")
