"""Trains a small network on scikit-learn's wine and keeps all that an inspection takes: log, model, splits.

    python examples/wine-scaled.py > examples/wine-scaled.log

The training and validation rows are standardised. The test rows were brought to 0..1 by another script: the one fault.
"""

import csv
import os

import torch
from sklearn.datasets import load_wine
from sklearn.model_selection import train_test_split

HERE = os.path.dirname(os.path.abspath(__file__))


def write(split, names, rows, labels):
    with open(os.path.join(HERE, f"wine-scaled-{split}.csv"), "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow([*names, "cultivar"])
        writer.writerows([*(round(x, 4) for x in row), y] for row, y in zip(rows.tolist(), labels.tolist()))


def main():
    torch.manual_seed(3)
    torch.set_num_threads(1)
    wine = load_wine()
    names = [name.split("/")[0] for name in wine.feature_names]
    x, held, y, of_held = train_test_split(wine.data, wine.target, test_size=0.5, stratify=wine.target, random_state=1)
    val, test, of_val, of_test = train_test_split(held, of_held, test_size=0.5, stratify=of_held, random_state=1)
    mean, spread = x.mean(0), x.std(0)
    low, high = x.min(0), x.max(0)
    splits = {"train": ((x - mean) / spread, y), "val": ((val - mean) / spread, of_val), "test": ((test - low) / (high - low), of_test)}
    for split, (rows, labels) in splits.items():
        write(split, names, rows, labels)

    (x, y), (val, of_val) = [(torch.tensor(a, dtype=torch.float32), torch.tensor(b)) for a, b in (splits["train"], splits["val"])]
    model = torch.nn.Sequential(torch.nn.Linear(13, 32), torch.nn.ReLU(), torch.nn.Linear(32, 3))
    optimizer = torch.optim.Adam(model.parameters(), lr=0.003)
    loss_of = torch.nn.CrossEntropyLoss()
    for epoch in range(1, 41):
        for batch in torch.randperm(len(x)).split(16):
            optimizer.zero_grad()
            loss_of(model(x[batch]), y[batch]).backward()
            optimizer.step()
        with torch.no_grad():
            train, held = loss_of(model(x), y).item(), model(val)
        accuracy = (held.argmax(1) == of_val).float().mean().item()
        print(f"Epoch {epoch}/40  loss: {train:.4f}  val_loss: {loss_of(held, of_val).item():.4f}  val_acc: {accuracy:.4f}")
    torch.onnx.export(
        model, x[:1], os.path.join(HERE, "wine-scaled.onnx"),
        input_names=["rows"], output_names=["logits"], dynamic_axes={"rows": {0: "n"}, "logits": {0: "n"}},
    )


if __name__ == "__main__":
    main()
