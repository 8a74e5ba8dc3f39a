"""Denoise patches of a photograph with a small residual CNN (DnCNN)."""

import logging
import os
import sys
import warnings

import numpy as np
import torch
import torch.nn as nn

warnings.filterwarnings("ignore", category=DeprecationWarning)
from scipy.misc import ascent  # noqa: E402

logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s", datefmt="%H:%M:%S")
log = logging.getLogger("denoise")


class Config:
    seed = 0
    lr = 0.02
    momentum = 0.9
    weight_decay = 1e-4
    batch_size = 8
    accumulate = 2
    clip = 1.0
    epochs = 6
    patches = 400
    noise = 0.1
    channels = 16
    depth = 4
    checkpoint = "last.pt"


class DnCNN(nn.Module):
    def __init__(self, channels, depth):
        super().__init__()
        layers = [nn.Conv2d(1, channels, 3, padding=1), nn.ReLU(inplace=True)]
        for _ in range(depth - 2):
            layers += [nn.Conv2d(channels, channels, 3, padding=1, bias=False), nn.BatchNorm2d(channels), nn.ReLU(inplace=True)]
        layers.append(nn.Conv2d(channels, 1, 3, padding=1))
        self.layers = nn.Sequential(*layers)

    def forward(self, noisy):
        return noisy - self.layers(noisy)


def load_patches(cfg):
    rng = np.random.RandomState(cfg.seed)
    image = ascent().astype(np.float32) / 255.0
    image = (image - image.mean()) / image.std()
    corners = rng.randint(0, 512 - 16, size=(cfg.patches, 2))
    clean = np.stack([image[r:r + 16, c:c + 16] for r, c in corners])[:, None]
    clean = torch.from_numpy(clean)
    noisy = clean + cfg.noise * torch.from_numpy(rng.randn(*clean.shape).astype(np.float32))
    return noisy, clean


class Trainer:
    def __init__(self, cfg):
        self.cfg = cfg
        noisy, clean = load_patches(cfg)
        cut = int(0.85 * len(noisy))
        self.train_data = (noisy[:cut], clean[:cut])
        self.val_data = (noisy[cut:], clean[cut:])
        self.model = DnCNN(cfg.channels, cfg.depth)
        self.loss_fn = nn.MSELoss()
        self.optimizer = torch.optim.SGD(
            self.model.parameters(), lr=cfg.lr, momentum=cfg.momentum, weight_decay=cfg.weight_decay)
        self.scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(self.optimizer, cfg.epochs)
        self.epoch = 0

    def save(self):
        state = {
            "model": self.model.state_dict(), "optimizer": self.optimizer.state_dict(),
            "scheduler": self.scheduler.state_dict(), "epoch": self.epoch}
        torch.save(state, self.cfg.checkpoint)

    def load(self):
        state = torch.load(self.cfg.checkpoint)
        self.model.load_state_dict(state["model"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.scheduler.load_state_dict(state["scheduler"])
        self.epoch = state["epoch"]
        log.info("resumed after epoch %d", self.epoch)

    def train_epoch(self):
        self.model.train()
        noisy, clean = self.train_data
        order = torch.randperm(len(noisy))
        total = 0.0
        batches = order.split(self.cfg.batch_size)
        self.optimizer.zero_grad()
        for i, rows in enumerate(batches):
            loss = self.loss_fn(self.model(noisy[rows]), clean[rows])
            (loss / self.cfg.accumulate).backward()
            total += loss.item()
            if (i + 1) % self.cfg.accumulate == 0:
                nn.utils.clip_grad_norm_(self.model.parameters(), self.cfg.clip)
                self.optimizer.step()
                self.optimizer.zero_grad()
        self.scheduler.step()
        return total / len(batches)

    @torch.no_grad()
    def validate(self):
        self.model.eval()
        noisy, clean = self.val_data
        return self.loss_fn(self.model(noisy), clean).item()

    def fit(self):
        if os.path.exists(self.cfg.checkpoint):
            self.load()
        while self.epoch < self.cfg.epochs:
            train_loss = self.train_epoch()
            self.epoch += 1
            val_loss = self.validate()
            lr = self.optimizer.param_groups[0]["lr"]
            log.info("epoch %d lr %.5f train %.6f val %.6f", self.epoch, lr, train_loss, val_loss)
            self.save()


if __name__ == "__main__":
    torch.manual_seed(Config.seed)
    Trainer(Config).fit()
