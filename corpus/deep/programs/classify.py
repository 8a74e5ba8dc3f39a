"""Train a classifier on one of the toy data sets of scikit-learn."""

import argparse

import torch
from sklearn import datasets
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

parser = argparse.ArgumentParser()
parser.add_argument("--data", default="digits", choices=["digits", "breast_cancer", "iris", "wine"])
parser.add_argument("--model", default="mlp", choices=["mlp", "deep", "cnn", "cnn-bn"])
parser.add_argument("--lr", type=float, default=1e-3)
parser.add_argument("--batch-size", type=int, default=32)
parser.add_argument("--epochs", type=int, default=7)
parser.add_argument("--hidden", type=int, default=64)
parser.add_argument("--seed", type=int, default=0)
args = parser.parse_args()
torch.manual_seed(args.seed)

X, y = getattr(datasets, "load_" + args.data)(return_X_y=True)
X_train, X_val, y_train, y_val = train_test_split(X, y, test_size=0.25, random_state=args.seed, stratify=y)
if args.data == "digits":
    X_train, X_val = X_train / 16.0, X_val / 16.0
else:
    scaler = StandardScaler().fit(X_train)
    X_train, X_val = scaler.transform(X_train), scaler.transform(X_val)
n_features, n_classes = X.shape[1], int(y.max()) + 1

train_set = TensorDataset(torch.tensor(X_train, dtype=torch.float32), torch.tensor(y_train))
val_set = TensorDataset(torch.tensor(X_val, dtype=torch.float32), torch.tensor(y_val))
train_loader = DataLoader(train_set, batch_size=args.batch_size, shuffle=True)
val_loader = DataLoader(val_set, batch_size=256)


class MLP(nn.Module):
    def __init__(self, depth):
        super().__init__()
        widths = [n_features] + [args.hidden] * depth
        self.hidden = nn.ModuleList([nn.Linear(a, b) for a, b in zip(widths, widths[1:])])
        self.act = nn.ReLU()
        self.head = nn.Linear(widths[-1], n_classes)

    def forward(self, x):
        for layer in self.hidden:
            x = self.act(layer(x))
        return self.head(x)


class CNN(nn.Module):
    def __init__(self, norm):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 16, 3, padding=1)
        self.bn1 = nn.BatchNorm2d(16) if norm else nn.Identity()
        self.conv2 = nn.Conv2d(16, 32, 3, padding=1)
        self.bn2 = nn.BatchNorm2d(32) if norm else nn.Identity()
        self.pool = nn.MaxPool2d(2)
        self.act = nn.ReLU()
        self.fc1 = nn.Linear(32 * 2 * 2, args.hidden)
        self.drop = nn.Dropout(0.2)
        self.fc2 = nn.Linear(args.hidden, n_classes)

    def forward(self, x):
        x = x.view(-1, 1, 8, 8)
        x = self.pool(self.act(self.bn1(self.conv1(x))))
        x = self.pool(self.act(self.bn2(self.conv2(x))))
        x = self.drop(self.act(self.fc1(x.flatten(1))))
        return self.fc2(x)


if args.model.startswith("cnn"):
    model = CNN(norm=args.model == "cnn-bn")
else:
    model = MLP(depth=8 if args.model == "deep" else 2)
criterion = nn.CrossEntropyLoss()
optimizer = torch.optim.Adam(model.parameters(), lr=args.lr)
print(sum(p.numel() for p in model.parameters()), "parameters")


def evaluate(loader):
    model.eval()
    total, correct, count = 0.0, 0, 0
    with torch.no_grad():
        for xb, yb in loader:
            out = model(xb)
            total += criterion(out, yb).item() * len(yb)
            correct += (out.argmax(1) == yb).sum().item()
            count += len(yb)
    return total / count, correct / count


for epoch in range(1, args.epochs + 1):
    model.train()
    running, seen = 0.0, 0
    for xb, yb in train_loader:
        optimizer.zero_grad()
        out = model(xb)
        loss = criterion(out, yb)
        loss.backward()
        optimizer.step()
        running += loss.item() * len(yb)
        seen += len(yb)
    val_loss, val_acc = evaluate(val_loader)
    print(f"Epoch {epoch}/{args.epochs} - loss: {running / seen:.4f} - val_loss: {val_loss:.4f} - val_acc: {val_acc:.4f}")
