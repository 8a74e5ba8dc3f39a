"""Small trainings by a loop of one's own over Accelerate; prints a hash of the final weights of each.

    python trained_by_accelerate.py [NAME ...]
"""

import inspect
import sys

import torch
from accelerate import Accelerator
from accelerate.state import AcceleratorState
from marks import digits, mark
from torch import nn
from torch.nn import functional as F
from torch.utils.data import DataLoader, TensorDataset

KNOWN = inspect.signature(Accelerator.__init__).parameters


def loaders():
    x, y = digits()
    x, y = torch.tensor(x, dtype=torch.float32) / 16, torch.tensor(y)
    train = DataLoader(TensorDataset(x[:320], y[:320]), batch_size=32, shuffle=True)
    return train, DataLoader(TensorDataset(x[400:500], y[400:500]), batch_size=50)


def trained(norm=False, epochs=3, log=None, **given):
    accelerator = Accelerator(cpu=True, **{name: value for name, value in given.items() if name in KNOWN})
    net = nn.Sequential(nn.Linear(64, 32), nn.BatchNorm1d(32) if norm else nn.Dropout(0.1), nn.ReLU(), nn.Linear(32, 10))
    optimizer = torch.optim.AdamW(net.parameters(), lr=5e-3)
    schedule = torch.optim.lr_scheduler.LinearLR(optimizer, 0.1, total_iters=8)
    train, held = loaders()
    net, optimizer, train, held = accelerator.prepare(net, optimizer, train, held)
    if log:
        accelerator.init_trackers("digits")
    every = given.get("gradient_accumulation_steps", 1)
    step = 0
    for epoch in range(epochs):
        net.train()
        for i, (x, y) in enumerate(train):
            loss = F.cross_entropy(net(x), y)
            own = every > 1 and "gradient_accumulation_steps" not in KNOWN
            accelerator.backward(loss / every if own else loss)
            if i % every == every - 1:
                if given.get("clip"):
                    accelerator.clip_grad_norm_(net.parameters(), given["clip"])
                optimizer.step()
                schedule.step()
                optimizer.zero_grad()
                step += 1
        net.eval()
        with torch.no_grad():
            losses = [F.cross_entropy(net(x), y) for x, y in held]
        if log:
            accelerator.log({"valid_loss": sum(losses).item() / len(losses), "temperature": 1.0 / step}, step=step)
    return net


TRAININGS = {
    "plain": lambda: trained(),
    "accumulated": lambda: trained(gradient_accumulation_steps=4),
    "clipped": lambda: trained(clip=0.5),
    # accelerate 0.10 knows bfloat16 on a GPU only
    "bfloat16": lambda: trained(norm=True, mixed_precision="bf16" if hasattr(AcceleratorState, "_reset_state") else "no"),
}


def main():
    torch.set_num_threads(1)
    for name in sys.argv[1:] or TRAININGS:
        # one precision for all of a process, unless it is told to forget
        AcceleratorState._reset_state() if hasattr(AcceleratorState, "_reset_state") else AcceleratorState._shared_state.clear()
        torch.manual_seed(7)
        print(name, mark(TRAININGS[name]()), flush=True)


if __name__ == "__main__":
    main()
