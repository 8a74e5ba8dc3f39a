"""What the recorder costs: blocks of training steps with and without it, alternating in one process, medians of ratios.

    npm run bench:recorder                   # or: python3 bench/recorder.py [--rounds 40] [--device cuda]

Beside it stand what people do otherwise: a histogram of every weight and gradient at each step, and `wandb.watch` (offline,
where wandb is installed) at its default and at log_freq 10. The arm `nothing` is the plain step measured twice: what it is
off 1 is the noise of this machine. Each arm trains a model of its own; the order of the arms changes from round to round.
"""

import argparse
import os
import random
import statistics
import sys
import tempfile
import time

FOLDER = tempfile.mkdtemp(prefix="whyloss-bench-")
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "recorder"))

import torch  # noqa: E402
from torch import nn  # noqa: E402
from torch.nn import functional as F  # noqa: E402
from interval import interval  # noqa: E402
from whyloss.budget import ALLOWANCE, SHARE  # noqa: E402

BLOCK = 0.4
"""seconds of a block, about"""


def mlp():
    sizes = [64] + [256] * 8
    layers = [part for a, b in zip(sizes, sizes[1:]) for part in (nn.Linear(a, b), nn.ReLU())]
    return nn.Sequential(*layers, nn.Linear(256, 10)), (128, 64)


def deep():
    layers = [part for _ in range(50) for part in (nn.Linear(32, 32), nn.ReLU())]
    return nn.Sequential(*layers, nn.Linear(32, 10)), (32, 32)


def cnn():
    body = (nn.Conv2d(1, 32, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(32, 64, 3, padding=1), nn.ReLU())
    return nn.Sequential(*body, nn.MaxPool2d(2), nn.Flatten(), nn.Linear(64 * 49, 10)), (64, 1, 28, 28)


MODELS = {"MLP 8x256, batch 128": mlp, "MLP 50x32, batch 32": deep, "CNN 32-64, batch 64": cnn}


class Arm:
    """A training of its own; `each` is what is done besides at every step."""

    def __init__(self, make, device, each=None):
        torch.manual_seed(1)
        self.net, shape = make()
        self.net.to(device)
        self.x = torch.randn(*shape, device=device)
        self.y = torch.randint(0, 10, (shape[0],), device=device)
        self.optimizer = torch.optim.SGD(self.net.parameters(), lr=1e-3)
        self.each = each and each(self.net)

    def block(self, steps):
        """Seconds a step."""
        if self.x.is_cuda:
            torch.cuda.synchronize()
        begin = time.perf_counter()
        for _ in range(steps):
            self.optimizer.zero_grad()
            loss = F.cross_entropy(self.net(self.x), self.y)
            loss.backward()
            self.optimizer.step()
            if self.each:
                self.each(loss)
        if self.x.is_cuda:
            torch.cuda.synchronize()
        return (time.perf_counter() - begin) / steps


def histograms(net):
    def each(_):
        for one in net.parameters():
            torch.histc(one.detach(), 64)
            torch.histc(one.grad, 64)

    return each


def wandb_at(frequency):
    import wandb

    def watched(net):
        wandb.watch(net, log_freq=frequency)
        return lambda loss: wandb.log({"loss": loss.item()})

    return watched


class Recorder:
    """The recorder put in for a block and taken out after it; the time outside is none of its budget's."""

    def __init__(self):
        from whyloss import begin

        os.environ["WHYLOSS_OUT"] = os.path.join(FOLDER, "record")
        begin.injected()
        self.training = begin._here.trainings["torch"]
        self.originals = self.training.originals
        self._left = None

    def __enter__(self):
        self.originals.again()
        if self._left is not None and self.training.budget.begun is not None:
            self.training.budget.begun += time.perf_counter() - self._left

    def __exit__(self, *_):
        self.originals.off()
        self._left = time.perf_counter()


def measure(make, device, rounds, recorder, extra):
    """Ratio of each arm's step time to the plain one's, a value a round."""
    recorder.originals.again()
    recorder.training.begun = False
    recorder.training._new_run()
    arms = {"recorder": Arm(make, device)}
    recorder.originals.off()
    arms.update(plain=Arm(make, device), nothing=Arm(make, device))
    arms.update({name: Arm(make, device, each) for name, each in extra.items()})
    step = min(arms["plain"].block(10) for _ in range(3))
    steps = max(8, int(BLOCK / step))
    with recorder:
        for _ in range(4):
            arms["recorder"].block(steps)
        # what follows is measured as in a long training, where nothing of the start-up allowance is left
        budget = recorder.training.budget
        budget.spent = max(budget.spent, ALLOWANCE + SHARE * budget.elapsed())
    ratios = {name: [] for name in arms if name != "plain"}
    order = list(arms)
    draw = random.Random(1)
    for _ in range(rounds):
        draw.shuffle(order)
        times = {}
        for name in order:
            if name == "recorder":
                with recorder:
                    times[name] = arms[name].block(steps)
            else:
                times[name] = arms[name].block(steps)
        for name, values in ratios.items():
            values.append(times[name] / times["plain"])
    return step, ratios


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--rounds", type=int, default=40)
    p.add_argument("--device", default="cpu")
    p.add_argument("--most", type=float, help="end with 1 if the recorder's median ratio is above this")
    args = p.parse_args()
    torch.set_num_threads(1)
    recorder = Recorder()
    extra = {"histograms": histograms}
    try:
        os.environ.update(WANDB_MODE="offline", WANDB_SILENT="true", WANDB_DIR=FOLDER)
        import wandb

        wandb.init(project="bench", dir=FOLDER)
        extra.update({"wandb.watch": wandb_at(1000), "wandb, log_freq 10": wandb_at(10)})
    except ImportError:
        print("wandb is not installed here: its arms are left out")
    print(f"PyTorch {torch.__version__}, {args.device}, {args.rounds} rounds; ratio to the plain step, median [95 % interval]")
    worst = 0.0
    for name, make in MODELS.items():
        step, ratios = measure(make, args.device, args.rounds, recorder, extra)
        print(f"{name}, {1000 * step:.2f} ms a step", flush=True)
        for arm, values in ratios.items():
            low, high = interval(values)
            print(f"  {arm:20s} {statistics.median(values):.3f}  [{low:.3f}, {high:.3f}]", flush=True)
        worst = max(worst, statistics.median(ratios["recorder"]))
        budget = recorder.training.budget
        beyond = max(0.0, budget.spent - ALLOWANCE)
        print(f"  by its own account {100 * beyond / budget.elapsed():.2f} % in {budget.sampled} looks", flush=True)
    sys.exit(int(args.most is not None and worst > args.most))


if __name__ == "__main__":
    main()
