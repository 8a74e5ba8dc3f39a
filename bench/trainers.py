"""What the recorder costs under trainers: blocks of steps with and without it, alternating within one training.

    WHYLOSS_TORCH2 or another Python with the trainers:  python bench/trainers.py [--rounds 30] [transformers lightning accelerate]

A block is some steps of the trainer's own loop; `nothing` is the ratio of two blocks without the recorder: what it is off 1
is the noise of this machine. Seconds are the processor's, so that other processes count little. The start-up allowance is spent
before anything is measured.
"""

import argparse
import os
import random
import statistics
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "recorder"))
os.environ["WHYLOSS_OUT"] = os.path.join(tempfile.mkdtemp(prefix="whyloss-bench-"), "record")

from whyloss import begin  # noqa: E402
from whyloss.budget import ALLOWANCE, SHARE  # noqa: E402

begin.injected()

import torch  # noqa: E402
from torch import nn  # noqa: E402
from torch.nn import functional as F  # noqa: E402
from torch.utils.data import DataLoader, TensorDataset  # noqa: E402

ARMS = ("recorder", "plain", "nothing")
WARM = 4
"""blocks before anything is measured"""


class Switch:
    """Told of each step; puts the recorder in and out from block to block, and keeps the seconds of each."""

    def __init__(self, steps, rounds):
        self.steps, self.rounds = steps, rounds
        self.training = begin._here.trainings["torch"]
        self.times = {arm: [] for arm in ARMS}
        self.order = [["recorder"]] * WARM
        draw = random.Random(1)
        for _ in range(rounds):
            self.order.append(draw.sample(ARMS, len(ARMS)))
        self.order = [arm for one in self.order for arm in one]
        self.at, self.block, self.left = 0, 0, None
        self.begun = time.process_time()

    def total(self):
        """Steps of the whole training."""
        return len(self.order) * self.steps + 1

    def step(self):
        """A step has ended."""
        self.at += 1
        if self.at % self.steps or self.block >= len(self.order):
            return
        now = time.process_time()
        arm = self.order[self.block]
        if self.block >= WARM:
            self.times[arm].append((now - self.begun) / self.steps)
        self.block += 1
        if self.block == WARM:
            budget = self.training.budget
            budget.spent = max(budget.spent, ALLOWANCE + SHARE * budget.elapsed())
        self._put(self.order[self.block] if self.block < len(self.order) else "recorder")
        self.begun = time.process_time()

    def _put(self, arm):
        # taken off and put back before every block: each change of torch's classes makes Python forget what it had learnt of them
        if self.training.on:
            self.training.on = False
            self.left = time.perf_counter()
        self.training.originals.off()
        if arm == "recorder":
            self.training.originals.again()
            self.training.on = True
            # the time outside is none of its budget's
            self.training.budget.begun += time.perf_counter() - self.left


def net():
    sizes = [64] + [256] * 6
    layers = [part for a, b in zip(sizes, sizes[1:]) for part in (nn.Linear(a, b), nn.ReLU())]
    return nn.Sequential(*layers, nn.Linear(256, 10))


def data(total, batch=128):
    x = torch.randn(16 * batch, 64)
    y = torch.randint(0, 10, (16 * batch,))
    return TensorDataset(x, y), batch, total // 16 + 1


def transformers(switch):
    from transformers import BertConfig, BertForSequenceClassification, Trainer, TrainerCallback, TrainingArguments

    config = BertConfig(vocab_size=64, hidden_size=64, num_hidden_layers=2, num_attention_heads=2, intermediate_size=128, num_labels=10)
    items = [{"input_ids": torch.randint(0, 64, (16,)), "labels": i % 10} for i in range(512)]

    class Told(TrainerCallback):
        def on_step_end(self, args, state, control, **_):
            switch.step()

    args = TrainingArguments(os.path.join(tempfile.gettempdir(), "whyloss-bench-out"), max_steps=switch.total(), report_to="none",
                             per_device_train_batch_size=16, disable_tqdm=True, save_strategy="no", logging_steps=500)  # fmt: skip
    Trainer(model=BertForSequenceClassification(config), args=args, train_dataset=items, callbacks=[Told()]).train()


def lightning(switch):
    try:
        import lightning as L
    except ImportError:
        import pytorch_lightning as L

    class Net(L.LightningModule):
        def __init__(self):
            super().__init__()
            self.net = net()

        def training_step(self, batch, batch_idx):
            return F.cross_entropy(self.net(batch[0]), batch[1])

        def configure_optimizers(self):
            return torch.optim.SGD(self.parameters(), lr=1e-3)

    class Told(L.Callback):
        def on_train_batch_end(self, *_):
            switch.step()

    examples, batch, epochs = data(switch.total())
    trainer = L.Trainer(max_epochs=epochs, logger=False, callbacks=[Told()], enable_progress_bar=False,
                        enable_model_summary=False, enable_checkpointing=False)  # fmt: skip
    trainer.fit(Net(), DataLoader(examples, batch_size=batch, shuffle=True))


def accelerate(switch):
    from accelerate import Accelerator

    accelerator = Accelerator(cpu=True)
    model = net()
    examples, batch, epochs = data(switch.total())
    optimizer = torch.optim.SGD(model.parameters(), lr=1e-3)
    model, optimizer, loader = accelerator.prepare(model, optimizer, DataLoader(examples, batch_size=batch, shuffle=True))
    for _ in range(epochs):
        for x, y in loader:
            optimizer.zero_grad()
            accelerator.backward(F.cross_entropy(model(x), y))
            optimizer.step()
            switch.step()


TRAINERS = {"transformers": transformers, "lightning": lightning, "accelerate": accelerate}


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("trainers", nargs="*", default=list(TRAINERS))
    p.add_argument("--rounds", type=int, default=30)
    p.add_argument("--steps", type=int, default=60, help="of a block")
    args = p.parse_args()
    torch.set_num_threads(1)
    for name in args.trainers:
        switch = Switch(args.steps, args.rounds)
        TRAINERS[name](switch)
        plain = switch.times["plain"]
        print(f"{name}, {1000 * statistics.median(plain):.2f} ms a step, {args.rounds} rounds of {args.steps} steps")
        for arm in ("recorder", "nothing"):
            ratios = [a / b for a, b in zip(switch.times[arm], plain)]
            print(f"  {arm:10s} {statistics.median(ratios):.3f}", flush=True)
        budget = switch.training.budget
        beyond = max(0.0, budget.spent - ALLOWANCE)
        print(f"  by its own account {100 * beyond / budget.elapsed():.2f} % in {budget.sampled} looks", flush=True)


if __name__ == "__main__":
    main()
