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


def best(scores):
    """The rate in the middle of the basin; `scores` is a list of [rate, score], score null for infinity."""
    level = [math.log(1e9 if s is None else max(s, 1e-9)) for _, s in scores]
    middle = {scores[i][0]: sum(level[i - 1 : i + 2]) for i in range(1, len(scores) - 1)}
    return min(middle, key=middle.get)


def sweeps():
    """All scores found so far, by the name of the base setting."""
    if not os.path.exists(FILE):
        return {}
    with open(FILE, encoding="utf-8") as f:
        return json.load(f)


def load():
    """The best rates found so far, by the name of the base setting."""
    return {name: best(scores) for name, scores in sweeps().items()}


def write(found):
    rows = ",\n".join(f"  {json.dumps(name)}: {json.dumps(scores)}" for name, scores in found.items())
    with open(FILE, "w", encoding="utf-8") as f:
        f.write("{\n" + rows + "\n}\n")


def main():
    found = sweeps()
    for name, (script, options) in BASES.items():
        if name in found:
            continue
        scores = [score(script, options, rate) for rate in GRID]
        found[name] = [[r, round(s, 5) if math.isfinite(s) else None] for r, s in zip(GRID, scores)]
        print(name, best(found[name]), found[name], flush=True)
        write(found)


if __name__ == "__main__":
    main()
