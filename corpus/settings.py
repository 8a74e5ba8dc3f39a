"""The settings of one training, its command line, and the faults that are only a bad setting."""

import argparse
import json
from dataclasses import asdict, dataclass, fields, replace

STRENGTHS = ("mild", "middle", "strong")

RATE = (5, 20, 100)
DROPOUT = (0.6, 0.8, 0.95)
WEIGHT_DECAY = (1e-2, 1e-1, 1.0)
WIDTH = (4, 16, 10**6)
BATCH_SHARE = (8, 2, 1)


@dataclass(frozen=True)
class Settings:
    """What a person would set at the head of a training script."""

    data: str = "digits"
    net: str = "mlp"
    width: int = 64
    depth: int = 2
    activation: str = "relu"
    last: str = "default"
    init: str = "default"
    normalize: bool = False
    dropout: float = 0.0
    optimizer: str = "adam"
    lr: float = 1e-3
    momentum: float = 0.0
    weight_decay: float = 0.0
    schedule: str = "none"
    batch: int = 32
    epochs: int = 20
    examples: int = 0
    patience: int = 0
    clip: float = 0.0


def _times(name, factors):
    return lambda s, k: {name: getattr(s, name) * factors[k]}


def _set(**values):
    return lambda s, k: {n: v[k] if isinstance(v, tuple) else v for n, v in values.items()}


SETTING_FAULTS = {
    "lr-too-high": _times("lr", RATE),
    "lr-too-low": _times("lr", tuple(1 / r for r in RATE)),
    "too-few-epochs": lambda s, k: {"epochs": max(1, s.epochs // (4, 8, 16)[k])},
    "overfitting": _set(examples=(200, 100, 50), width=512),
    "dropout": _set(dropout=DROPOUT),
    "weight-decay": _set(weight_decay=WEIGHT_DECAY),
    "model-too-small": lambda s, k: {"width": max(1, s.width // WIDTH[k])},
    "batch-too-large": lambda s, k: {"batch": -BATCH_SHARE[k]},
    "batch-too-small": _set(batch=(4, 2, 1)),
    "deep-sigmoid": _set(activation="sigmoid", depth=(6, 10, 16)),
    "init-zero": _set(init="zero"),
    "init-constant": _set(init="constant"),
    "init-huge": _set(init="huge"),
    "wrong-output-activation": _set(last=("tanh", "sigmoid", "relu")),
    "exploding-gradients": _set(clip=0.0),
    "confidence": lambda s, k: {"examples": (300, 200, 120)[k], "epochs": s.epochs * 4},
}


def parser(description):
    """A parser with one option a setting, and the options that all scripts share."""
    p = argparse.ArgumentParser(description=description)
    for f in fields(Settings):
        if f.type in (bool, "bool"):
            p.add_argument("--" + f.name, action="store_true")
        else:
            p.add_argument("--" + f.name.replace("_", "-"), type=type(f.default), default=f.default)
    p.add_argument("--fault", default=None, help="the one thing to get wrong")
    p.add_argument("--strength", choices=STRENGTHS, default="strong")
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--style", default="lines", help="how to print")
    p.add_argument("--summary", action="store_true", help="print the network first")
    p.add_argument("--output", default=".", help="folder for files that the style writes")
    p.add_argument("--result", default=None, help="write the final numbers to this JSON file")
    return p


def read(args):
    """Settings from parsed arguments, with the fault put in when it is a bad setting."""
    s = Settings(**{f.name: getattr(args, f.name) for f in fields(Settings)})
    if args.fault in SETTING_FAULTS:
        s = replace(s, **SETTING_FAULTS[args.fault](s, level(args)))
    return s


def level(args):
    """0, 1 or 2 for mild, middle or strong."""
    return STRENGTHS.index(args.strength)


def batch_size(s, n):
    """The batch size in examples; a negative setting is a share of the training set."""
    return s.batch if s.batch > 0 else max(1, n // -s.batch)


def write_result(path, s, history, **facts):
    """Keep what the run came to: its settings, the curve of each epoch, and facts such as counts."""
    if path:
        with open(path, "w", encoding="utf-8") as f:
            json.dump({"settings": asdict(s), "history": history, **facts}, f)
