"""Small trainings by Lightning's Trainer, each of another kind; prints a hash of the final weights of each.

    python trained_by_lightning.py FOLDER PACKAGE [NAME ...]      # PACKAGE is lightning or pytorch_lightning
"""

import importlib
import os
import sys
import warnings

import torch
from marks import digits, mark
from torch import nn
from torch.nn import functional as F
from torch.utils.data import DataLoader, TensorDataset

FOLDER = sys.argv[1] if len(sys.argv) > 1 else "out"
PACKAGE = sys.argv[2] if len(sys.argv) > 2 else "pytorch_lightning"
L = importlib.import_module("lightning.pytorch" if PACKAGE == "lightning" else PACKAGE)
OLD = L.__version__.startswith("1.0")


def loaders(shuffle=True):
    x, y = digits()
    x, y = torch.tensor(x, dtype=torch.float32) / 16, torch.tensor(y)
    train = DataLoader(TensorDataset(x[:320], y[:320]), batch_size=32, shuffle=shuffle)
    return train, DataLoader(TensorDataset(x[400:500], y[400:500]), batch_size=50), DataLoader(TensorDataset(x[500:600], y[500:600]), batch_size=50)


class Classifier(L.LightningModule):
    def __init__(self, dropout=0.1):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Dropout(dropout), nn.Linear(32, 10))

    def forward(self, x):
        return self.net(x)

    def training_step(self, batch, batch_idx, *_):
        loss = F.cross_entropy(self(batch[0]), batch[1])
        self.log("train_loss", loss)
        return loss

    def validation_step(self, batch, batch_idx):
        logits = self(batch[0])
        self.log("val_loss", F.cross_entropy(logits, batch[1]))
        # a metric that no loss function shows
        self.log("val_top3", (logits.topk(3).indices == batch[1][:, None]).any(1).float().mean())

    def test_step(self, batch, batch_idx):
        self.log("test_loss", F.cross_entropy(self(batch[0]), batch[1]))

    def configure_optimizers(self):
        optimizer = torch.optim.AdamW(self.parameters(), lr=5e-3)
        return [optimizer], [torch.optim.lr_scheduler.StepLR(optimizer, 1, gamma=0.8)]


class Inner(Classifier):
    """Calls its network and never itself."""

    def training_step(self, batch, batch_idx, *_):
        return F.cross_entropy(self.net(batch[0]), batch[1])


class Manual(Classifier):
    """Steps two optimizers by hand, as a GAN does."""

    def __init__(self):
        super().__init__()
        self.body, self.head = nn.Linear(64, 32), nn.Linear(32, 10)
        self.net = None
        self.automatic_optimization = False

    def forward(self, x):
        return self.head(torch.relu(self.body(x)))

    def training_step(self, batch, batch_idx):
        return self.by_hand(batch)

    def by_hand(self, batch):
        for optimizer in self.optimizers():
            optimizer.zero_grad()
            loss = F.cross_entropy(self(batch[0]), batch[1])
            if OLD:
                self.manual_backward(loss, optimizer)
            else:
                self.manual_backward(loss)
            optimizer.step()

    def configure_optimizers(self):
        return [torch.optim.SGD(self.body.parameters(), lr=0.1), torch.optim.SGD(self.head.parameters(), lr=0.1)]


class ManualOld(Manual):
    """Lightning 1.0 asks once for each optimizer."""

    def training_step(self, batch, batch_idx, optimizer_idx):
        if optimizer_idx == 0:
            self.by_hand(batch)
        return torch.zeros(())


def trainer(name, **more):
    given = dict(default_root_dir=os.path.join(FOLDER, name), max_epochs=3, logger=False, weights_summary=None,
                 progress_bar_refresh_rate=0, checkpoint_callback=False)  # fmt: skip
    if not OLD:
        given = dict(default_root_dir=os.path.join(FOLDER, name), max_epochs=3, logger=False, accelerator="cpu",
                     enable_model_summary=False, enable_progress_bar=False, enable_checkpointing=False)  # fmt: skip
    given.update(more)
    return L.Trainer(**given)


def fitted(name, model=None, **more):
    model = model or Classifier()
    train, held, _ = loaders()
    trainer(name, **more).fit(model, train, held)
    return model


def tested():
    model = Classifier()
    train, held, test = loaders()
    one = trainer("tested")
    one.fit(model, train, held)
    if OLD:
        one.test(model, test_dataloaders=test, verbose=False)
    else:
        one.test(model, test, verbose=False)
    return model


def twice():
    model = fitted("twice")
    train, held, _ = loaders()
    trainer("twice", max_epochs=2).fit(model, train, held)
    return model


def early():
    stop = L.callbacks.EarlyStopping(monitor="val_loss", patience=1, min_delta=10.0)
    return fitted("early", max_epochs=6, callbacks=[stop])


def resumed():
    """Goes on in another Trainer from what the first saved."""
    model = fitted("resumed")
    path = os.path.join(FOLDER, "resumed.ckpt")
    train, held, _ = loaders()
    one = trainer("resumed", max_epochs=2)
    one.fit(model, train, held)
    one.save_checkpoint(path)
    again = Classifier()
    if OLD:
        trainer("resumed", max_epochs=4, resume_from_checkpoint=path).fit(again, train, held)
    else:
        trainer("resumed", max_epochs=4).fit(again, train, held, ckpt_path=path)
    return again


def logged():
    kind = getattr(L.loggers, "CSVLogger", None) or importlib.import_module(L.__name__ + ".loggers.csv_logs").CSVLogger
    return fitted("logged", Classifier(0.2), logger=kind(os.path.join(FOLDER, "logged")))


def searched():
    """A rate is searched on trial before the training."""
    model, one = Classifier(), trainer("searched", max_epochs=2)
    model.lr = 5e-3
    train, held, _ = loaders()
    if not OLD:
        L.tuner.Tuner(one).lr_find(model, train, held, num_training=30, update_attr=False)
    one.fit(model, train, held)
    return model


TRAININGS = {
    "fitted": lambda: fitted("fitted"),
    "inner": lambda: fitted("inner", Inner()),
    "accumulated": lambda: fitted("accumulated", accumulate_grad_batches=4),
    "clipped": lambda: fitted("clipped", gradient_clip_val=0.5),
    "bfloat16": lambda: fitted("bfloat16", **({} if OLD else {"precision": "bf16-mixed"})),
    "manual": lambda: fitted("manual", ManualOld(), automatic_optimization=False) if OLD else fitted("manual", Manual()),
    "tested": tested,
    "twice": twice,
    "early": early,
    "resumed": resumed,
    "logged": logged,
    "searched": searched,
}


def main():
    warnings.simplefilter("ignore")
    torch.set_num_threads(1)
    for name in sys.argv[3:] or TRAININGS:
        torch.manual_seed(7)
        print(name, mark(TRAININGS[name]()), flush=True)


if __name__ == "__main__":
    main()
