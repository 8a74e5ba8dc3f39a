"""Read the digits row by row with a small Transformer, trained by Hugging Face's Trainer."""

import argparse

import numpy as np
import torch
from sklearn.datasets import load_digits
from torch import nn
from transformers import Trainer, TrainingArguments, set_seed

p = argparse.ArgumentParser()
p.add_argument("--seed", type=int, default=1)
p.add_argument("--epochs", type=int, default=8)
args = p.parse_args()
set_seed(args.seed)


class Rows(nn.Module):
    def __init__(self, width=32, layers=2):
        super().__init__()
        self.embed = nn.Linear(8, width)
        self.place = nn.Parameter(0.1 * torch.randn(8, width))
        layer = nn.TransformerEncoderLayer(width, 4, 2 * width, dropout=0.1, batch_first=True)
        self.encoder = nn.TransformerEncoder(layer, layers)
        self.head = nn.Linear(width, 10)

    def forward(self, rows, labels=None):
        hidden = self.encoder(self.embed(rows) + self.place)
        logits = self.head(hidden.mean(1))
        loss = nn.functional.cross_entropy(logits, labels)
        return {"loss": loss, "logits": logits}


class Digits(torch.utils.data.Dataset):
    def __init__(self, images, labels):
        self.images, self.labels = images, labels

    def __len__(self):
        return len(self.labels)

    def __getitem__(self, i):
        return {"rows": self.images[i], "labels": self.labels[i]}


def metrics(answer):
    return {"accuracy": float((answer.predictions.argmax(-1) == answer.label_ids).mean())}


x, y = load_digits(return_X_y=True)
x = torch.tensor(x, dtype=torch.float32).reshape(-1, 8, 8)
x = x / 16
order = np.random.RandomState(0).permutation(len(x))
cut = int(0.8 * len(x))
train, held = order[:cut], order[cut:]
model = Rows()
evaluation = "eval_strategy" if hasattr(TrainingArguments, "eval_strategy") else "evaluation_strategy"
training = TrainingArguments(
    output_dir="out",
    num_train_epochs=args.epochs,
    per_device_train_batch_size=32,
    learning_rate=2e-3,
    weight_decay=0.0,
    logging_steps=20,
    save_strategy="no",
    report_to="none",
    disable_tqdm=True,
    seed=args.seed,
    **{evaluation: "epoch"},
)
trainer = Trainer(
    model=model,
    args=training,
    train_dataset=Digits(x[train], y[train]),
    eval_dataset=Digits(x[held], y[held]),
    compute_metrics=metrics,
)
trainer.train()
