"""The record of a run as it is kept: without the machine's paths and processes, and what is read from it when it is made."""

import gzip
import hashlib
import json
import math
import os
import re

import frameworks

NAME = "process-1-0.jsonl.gz"


def recorder(framework="torch"):
    """A name for the state of the recorder, that of Python or that of Node: the head of the hash of its files."""
    digest, endings = hashlib.sha256(), (".ts", ".cjs") if frameworks.is_node(framework) else (".py",)
    for folder, folders, files in sorted(os.walk(os.path.join(frameworks.ROOT, "recorder"))):
        folders.sort()
        for name in sorted(files):
            if name.endswith(endings) and "test" not in os.path.relpath(folder, frameworks.ROOT):
                with open(os.path.join(folder, name), "rb") as f:
                    digest.update(f.read())
    return digest.hexdigest()[:12]


def lines(folder, framework):
    """
    The lines of the one process that trained, parsed. Raises ValueError where there is no such record, or more than one.
    Of scikit-learn the text is kept that it printed: nothing inside it is watched.
    """
    found = sorted(name for name in os.listdir(folder) if name.endswith(".jsonl")) if os.path.isdir(folder) else []
    if not found:
        raise ValueError("no record: the recorder has not seen a training")
    if len(found) > 1:
        raise ValueError(f"{len(found)} records instead of one, a run of several processes is not for this corpus: {', '.join(found)}")
    with open(os.path.join(folder, found[0]), encoding="utf-8") as f:
        rows = [json.loads(line) for line in f]
    seen = ("text",) if framework == "scikit-learn" else ("points", "look")
    if not any(row["k"] in seen for row in rows):
        raise ValueError(f"a record of {len(rows)} lines without a training: the recorder does not know {framework} yet")
    return rows


def clean(rows):
    """The same lines without folders, processes and arguments that belong to the machine."""
    rows = [without_paths(row) for row in rows]
    rows[0].update(pid=1, parent=0)
    return rows


def without_paths(value):
    """Every string without the folders in it; files keep their names, packages their place among the packages."""
    if isinstance(value, str):
        value = re.sub(r"/[^\s\"':]*?/(?=(?:site|dist)-packages/)", ".../", value)
        return re.sub(r"(?<![\w.])/(?:root|work|home|tmp|usr)/[^\s\"':]*/", "", value)
    if isinstance(value, list):
        return [without_paths(one) for one in value]
    if isinstance(value, dict):
        return {key: without_paths(one) for key, one in value.items()}
    return value


def write(path, rows):
    """Keep the lines compressed, the same bytes for the same lines. Returns their size in bytes, compressed."""
    text = "".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n" for row in rows)
    with open(path, "wb") as f:
        with gzip.GzipFile(filename="", mode="wb", fileobj=f, mtime=0) as packed:
            packed.write(text.encode())
    return os.path.getsize(path)


def losses(rows):
    """The training losses of the last training in the record, as (step, loss)."""
    found = []
    for row in rows:
        if row["k"] == "run":
            found = []
        elif row["k"] == "points" and row["metric"] == "loss" and row["split"] == "train":
            found += [(step, float(value)) for step, value in zip(row["step"], row["value"])]
    return found


def fatal(rows, stuck):
    """
    Of what a run dies and the first step that shows it, or None: `non-finite` (a loss that is NaN or Inf), `diverged`
    (the loss stays above three times its start), `stuck` (as the plan knows: nothing is ever learnt, from the first step).
    """
    column = losses(rows)
    for step, loss in column:
        if not math.isfinite(loss):
            return {"kind": "non-finite", "step": step}
    if stuck:
        return {"kind": "stuck", "step": 1}
    start = abs(column[0][1]) if column else 0.0
    if not start or abs(column[-1][1]) < 10 * start:
        return None
    onset = column[-1][0]
    for step, loss in reversed(column):
        if abs(loss) <= 3 * start:
            break
        onset = step
    return {"kind": "diverged", "step": onset}
