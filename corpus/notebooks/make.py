"""Runs the cells of each notebook of this folder's plan in a kernel of its own, and keeps what the kernel put out.

    KERAS=... TORCH=... python corpus/notebooks/make.py [NAME ...]

The interpreter needs nbformat and nbclient; the kernels run under the interpreters that KERAS and TORCH name, which need
ipykernel and keras, or torch, transformers, accelerate and datasets.
"""

import os
import re
import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from jupyter_client import KernelManager

HERE = Path(__file__).parent

KERAS_DATA = """\
import os; os.environ["KERAS_BACKEND"] = os.environ.get("KERAS_BACKEND", "tensorflow")
import keras
import pandas as pd
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split
keras.utils.set_random_seed(1)
x, y = load_digits(return_X_y=True)
x_train, x_val, y_train, y_val = train_test_split(x / 16.0, y, test_size=0.25, random_state=1)"""

KERAS_MODEL = """\
model = keras.Sequential([keras.Input((64,)), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(10, activation="softmax")])
model.compile(optimizer=keras.optimizers.SGD(learning_rate=%s), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
model.summary()"""

KERAS_FIT = "history = model.fit(x_train, y_train, validation_data=(x_val, y_val), epochs=8, batch_size=32)"

TRAINER = """\
import numpy as np, torch
from sklearn.datasets import load_digits
from transformers import Trainer, TrainingArguments, set_seed
set_seed(1)
x, y = load_digits(return_X_y=True)
rows = [{"x": torch.tensor(a / 16.0, dtype=torch.float32), "labels": int(b)} for a, b in zip(x, y)]

class Net(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.body = torch.nn.Sequential(torch.nn.Linear(64, 64), torch.nn.ReLU(), torch.nn.Linear(64, 10))
    def forward(self, x, labels=None):
        logits = self.body(x)
        return {"loss": torch.nn.functional.cross_entropy(logits, labels), "logits": logits}

def scores(seen):
    return {"accuracy": float((np.argmax(seen.predictions, -1) == seen.label_ids).mean())}"""

TRAINER_ARGS = """\
args = TrainingArguments("/tmp/whyloss-notebook", num_train_epochs=6, learning_rate=%s, per_device_train_batch_size=32,
                         eval_strategy="epoch", logging_strategy="%s", logging_steps=50, save_strategy="no", report_to=[], use_cpu=True)
trainer = Trainer(Net(), args, train_dataset=rows[:1200], eval_dataset=rows[1200:], compute_metrics=scores)"""

LOOP = """\
import torch
from sklearn.datasets import load_digits
torch.manual_seed(1)
x, y = load_digits(return_X_y=True)
x, y = torch.tensor(x, dtype=torch.float32) / 16, torch.tensor(y)
model = torch.nn.Sequential(torch.nn.Linear(64, 32), torch.nn.ReLU(), torch.nn.Linear(32, 10))
optimizer = torch.optim.SGD(model.parameters(), lr=%s)"""

LOOP_FIT = """\
for epoch in range(8):
    for at in range(0, 1200, 32):
        optimizer.zero_grad()
        loss = torch.nn.functional.cross_entropy(model(x[at:at + 32]), y[at:at + 32])
        loss.backward()
        optimizer.step()
    with torch.no_grad():
        held = torch.nn.functional.cross_entropy(model(x[1200:]), y[1200:])
    print(f"epoch {epoch + 1}: loss {loss.item():.4f} val_loss {held.item():.4f}")"""

PLAN = {
    # the bars of Keras 3, a summary, a table of the history, an evaluation, a failed cell
    "keras": ("KERAS", [
        "# Digits",
        KERAS_DATA,
        "pd.DataFrame(x_train).describe().iloc[:3, :4]",
        KERAS_MODEL % 0.1,
        KERAS_FIT,
        "pd.DataFrame(history.history)",
        "model.evaluate(x_val, y_val)",
        "model.predictt(x_val)",
    ]),
    "keras-rate-high": ("KERAS", [KERAS_DATA, KERAS_MODEL % 10.0, KERAS_FIT]),
    # nothing printed while it trains: the table alone
    "keras-silent": ("KERAS", [KERAS_DATA, KERAS_MODEL % 0.1, KERAS_FIT[:-1] + ", verbose=0)", "pd.DataFrame(history.history)"]),
    "trainer": ("TORCH", [TRAINER, TRAINER_ARGS % (5e-3, "epoch"), "trainer.train()", "trainer.evaluate()"]),
    "trainer-steps": ("TORCH", [TRAINER, TRAINER_ARGS % (5e-3, "steps"), "trainer.train()"]),
    "loop": ("TORCH", [LOOP % 0.1, LOOP_FIT, "1 / 0"]),
}


def made(python, sources):
    """The notebook after its cells ran under `python`."""
    notebook = nbformat.v4.new_notebook()
    notebook.cells = [
        nbformat.v4.new_markdown_cell(one) if one.startswith("# ") else nbformat.v4.new_code_cell(one) for one in sources
    ]
    manager = KernelManager(kernel_name="python3")
    manager.kernel_spec.argv[0] = python
    NotebookClient(notebook, km=manager, timeout=300, allow_errors=True).execute()
    return stripped(notebook)


def stripped(notebook):
    """Without what is of this machine or of no use: times, ids, paths, styles, widgets' states, stack frames."""
    notebook.metadata = {"language_info": {"name": "python"}}
    for count, cell in enumerate(notebook.cells):
        cell.id, cell.metadata = f"cell-{count}", {}
        for output in cell.get("outputs", []):
            if output.output_type == "stream" and output.name == "stderr":
                output.text = "\n".join(line for line in output.text.split("\n") if not re.search(r"WARNING|^[WEI0]\d{4}|/lib/|oneDNN|cpu_feature|rebuild TensorFlow|warn", line))
            if output.output_type == "error":
                output.traceback = output.traceback[-1:]
            for mime in list(output.get("data", {})):
                if mime not in ("text/plain", "text/html"):
                    del output.data[mime]
                else:
                    output.data[mime] = re.sub(r"<style.*?</style>\s*", "", output.data[mime], flags=re.S).replace("0x7f", "0x00")
        if "outputs" in cell:
            cell.outputs = [one for one in cell.outputs if one.output_type != "stream" or one.text.strip()]
    return notebook


def main(names):
    os.environ.update(OMP_NUM_THREADS="1", TF_CPP_MIN_LOG_LEVEL="3", CUDA_VISIBLE_DEVICES="")
    for name, (kind, sources) in PLAN.items():
        if names and name not in names:
            continue
        nbformat.write(made(os.environ[kind], sources), HERE / f"{name}.ipynb")
        print(name)


if __name__ == "__main__":
    main(sys.argv[1:])
