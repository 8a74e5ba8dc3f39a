"""Malignant or benign? A two-class network with a single output."""

import torch
from sklearn.datasets import load_breast_cancer
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler
from torch import nn

torch.manual_seed(42)
learning_rate = 0.1
features, target = load_breast_cancer(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(features, target, test_size=0.2, random_state=42)
scaler = StandardScaler()
X_train = torch.from_numpy(scaler.fit_transform(X_train)).float()
X_test = torch.from_numpy(scaler.transform(X_test)).float()
y_train = torch.from_numpy(y_train).float()
y_test = torch.from_numpy(y_test).float()

model = nn.Sequential(
    nn.Linear(30, 32),
    nn.Tanh(),
    nn.Linear(32, 16),
    nn.Tanh(),
    nn.Linear(16, 1),
)
loss_fn = nn.BCEWithLogitsLoss()
optimizer = torch.optim.SGD(model.parameters(), lr=learning_rate)


def accuracy_fn(y_true, logits):
    return 100 * ((logits > 0).float() == y_true).float().mean().item()


epochs = 18
batch = 32
for epoch in range(epochs):
    model.train()
    shuffled = torch.randperm(len(X_train))
    epoch_loss, epoch_acc = [], []
    for start in range(0, len(X_train), batch):
        rows = shuffled[start:start + batch]
        logits = model(X_train[rows]).squeeze(1)
        loss = loss_fn(logits, y_train[rows])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        epoch_loss.append(loss.item())
        epoch_acc.append(accuracy_fn(y_train[rows], logits))
    print(f"Epoch: {epoch} | Loss: {sum(epoch_loss) / len(epoch_loss):.5f}, Accuracy: {sum(epoch_acc) / len(epoch_acc):.2f}%")

model.eval()
with torch.inference_mode():
    test_logits = model(X_test).squeeze(1)
    test_loss = loss_fn(test_logits, y_test)
print(f"Test loss: {test_loss:.5f}, Test acc: {accuracy_fn(y_test, test_logits):.2f}%")
