"""The best learning rate of each base setting, found by a sweep; faults multiply or divide these.

    python3 corpus/rates.py            # sweep what rates.json lacks

The best rate is that of the lowest geometric mean over a rate and its two neighbours: the middle of the basin, so that
one lucky run does not decide.
"""

import json
import math
import os
import subprocess
import sys
import tempfile

import sweep

HERE = os.path.dirname(os.path.abspath(__file__))
FILE = os.path.join(HERE, "rates.json")
GRID = (1e-4, 3e-4, 1e-3, 3e-3, 1e-2, 3e-2, 1e-1, 3e-1, 1.0, 3.0)

BASES = {
    "torch-digits-mlp-adam": ("torch_train.py", "--data digits --optimizer adam --epochs 20"),
    "torch-digits-mlp-sgd": ("torch_train.py", "--data digits --optimizer sgd --epochs 20"),
    "torch-digits-cnn-adam": ("torch_train.py", "--data digits --net cnn --optimizer adam --epochs 15"),
    "torch-digits-bn-sgd": ("torch_train.py", "--data digits --normalize --optimizer sgd --momentum 0.9 --epochs 20"),
    "torch-cancer-mlp-adam": ("torch_train.py", "--data cancer --width 32 --optimizer adam --epochs 30"),
    "torch-cancer-mlp-sgd": ("torch_train.py", "--data cancer --width 32 --optimizer sgd --epochs 30"),
    "torch-diabetes-mlp-adam": ("torch_train.py", "--data diabetes --width 32 --optimizer adam --epochs 40"),
    "torch-diabetes-mlp-sgd": ("torch_train.py", "--data diabetes --width 32 --optimizer sgd --epochs 40"),
    "torch-wine-mlp-adam": ("torch_train.py", "--data wine --width 16 --optimizer adam --batch 16 --epochs 40"),
    "torch-charlm-adam": ("torch_charlm.py", "--optimizer adam --epochs 4"),
    "keras-digits-mlp-adam": ("keras_train.py", "--data digits --optimizer adam --epochs 15"),
    "keras-digits-mlp-sgd": ("keras_train.py", "--data digits --optimizer sgd --epochs 15"),
    "keras-digits-lenet-adam": ("keras_train.py", "--data digits --net lenet --optimizer adam --epochs 12"),
    "keras-cancer-mlp-adam": ("keras_train.py", "--data cancer --width 32 --optimizer adam --epochs 20"),
    "keras-diabetes-mlp-adam": ("keras_train.py", "--data diabetes --width 32 --optimizer adam --epochs 30"),
    "keras-wine-mlp-adam": ("keras_train.py", "--data wine --width 16 --optimizer adam --batch 16 --epochs 30"),
}


def python_for(script):
    """The interpreter for a script: its framework's own where the environment names one."""
    return os.environ.get("CORPUS_KERAS" if script.startswith("keras") else "CORPUS_TORCH", sys.executable)


def score(script, options, rate):
    """Mean validation loss of the last three epochs, or infinity."""
    with tempfile.TemporaryDirectory() as folder:
        result = os.path.join(folder, "result.json")
        command = [python_for(script), os.path.join(HERE, script), *options.split(), "--lr", str(rate), "--result", result]
        subprocess.run(command, env={**os.environ, "OMP_NUM_THREADS": "1"}, capture_output=True, check=True)
        with open(result, encoding="utf-8") as f:
            history = json.load(f)["history"]
    losses = history["val_loss"] if isinstance(history, dict) else [row["val"] for row in history]
    mean = sum(losses[-3:]) / 3
    return mean if math.isfinite(mean) else math.inf


def load():
    """The best rates found so far, by the name of the base setting."""
    return sweep.rates(FILE)


if __name__ == "__main__":
    sweep.complete(FILE, GRID, BASES, lambda name, rate: score(*BASES[name], rate))
