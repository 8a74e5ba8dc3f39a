"""The start of recording in this process: the stream, the text, the end, and the wait for a framework."""

import atexit
import os
import sys
import time

from . import __version__
from .finder import when_imported
from .stream import Stream, plain
from .tee import Tee
from .trainers import WAITED, install

_here = None

FRAMEWORKS = {"torch": "pytorch", "keras": "keras", "tf_keras": "keras"}
"""the module whose import is waited for -> the recorder of this package that is then put into it"""


class Process:
    """What one process records, whatever trains in it."""

    def __init__(self, folder):
        self.stream = Stream(folder)
        self.tee = Tee(self.flush, self.step)
        self.trainings = {}
        """name of the framework's module -> what is known of the training in it; each has step, begun, watch(model, optimizer), end() and forked()"""
        self.training = None
        """the one that began last"""
        self.begun = False
        self.pid = os.getpid()

    def begin(self, framework=None, version=None, by=None, **more):
        """Write the first line. Called at the first step, or when text has to be kept without one. `by`: the training."""
        self.training = by or self.training
        if self.begun:
            return
        self.begun = True
        row = {
            "k": "start",
            "v": 1,
            "time": round(time.time(), 3),
            "pid": os.getpid(),
            "parent": os.getppid(),
            "python": ".".join(str(part) for part in sys.version_info[:3]),
            "recorder": __version__,
            "argv": [str(one)[:200] for one in sys.argv[:40]] if hasattr(sys, "argv") else [],
        }
        for name, key in (("RANK", "rank"), ("WORLD_SIZE", "world")):
            if os.environ.get(name, "").isdigit():
                row[key] = int(os.environ[name])
        if framework:
            row.update(framework=framework, version=version)
        row.update(plain(more))
        self.stream.write(row)

    def step(self):
        """The step that the training is at, 0 before there is one."""
        return self.training.step if self.training else 0

    def text(self):
        """Queue what was printed since the last call."""
        for name, step, text in self.tee.fetch():
            self.stream.write({"k": "text", "stream": name, "step": step, "text": text})

    def flush(self):
        """Write what was printed; a process that only prints has a record of that."""
        self.begin()
        self.text()
        self.stream.flush()

    def end(self):
        """The process ends in order."""
        if self.pid != os.getpid() or self.stream.dead:
            return
        for training in self.trainings.values():
            training.end()
        if not self.begun and not self.tee.waiting:
            return
        self.begin()
        self.text()
        error = getattr(sys, "last_value", None)
        row = {"k": "end", "why": "exit" if error is None else "exception"}
        if error is not None:
            row["text"] = f"{type(error).__name__}: {error}"[:500]
        if self.training:
            row["step"] = self.training.step
        self.stream.write(row)
        self.stream.flush()

    def forked(self):
        """In a child that was forked from a process that records."""
        self.pid = os.getpid()
        self.begun = False
        self.stream.forked()
        self.tee.forked()
        for training in self.trainings.values():
            training.forked()


def _start(folder):
    global _here
    _here = Process(os.path.abspath(folder))
    atexit.register(_here.end)
    if hasattr(os, "register_at_fork"):
        os.register_at_fork(after_in_child=_here.forked)
    _here.tee.attach()
    return _here


def _with(name, recorder):
    """Put a recorder into the framework that has just been imported under this name."""
    import importlib

    made = importlib.import_module(f".{recorder}", __package__).install(_here, name)
    if made is not None:
        _here.trainings[name] = made


def _wait():
    wanted = {name: lambda name=name, recorder=recorder: _with(name, recorder) for name, recorder in FRAMEWORKS.items()}
    wanted.update({name: lambda name=name: install(_here, name) for name in WAITED})
    when_imported(wanted)


def injected():
    """Start in a process that `whyloss run` began: nothing happens until a framework is imported."""
    if _here is None:
        _start(os.environ["WHYLOSS_OUT"])
        _wait()


def recording(name):
    """What is known of the training in the framework whose module has this name; None where it is not watched."""
    return _here.trainings.get(name) if _here is not None else None


def watch(model, optimizer, out):
    """See `whyloss.watch`."""
    try:
        if _here is None:
            folder = out or os.environ.get("WHYLOSS_OUT") or os.path.join(".whyloss", time.strftime("%Y-%m-%dT%H-%M-%S"))
            _start(folder)
            _wait()
        for training in _here.trainings.values():
            training.watch(model, optimizer)
        return _here.stream.folder
    except Exception as error:
        sys.stderr.write(f"whyloss: not recording ({type(error).__name__}: {error}); the training goes on.\n")
        return None


# --- where a process outlives its recording: notebooks ----------------------------------------------------------------


def process():
    """What this process records, or None where nothing does."""
    return _here


def pause():
    """Record nothing for a while: the frameworks and the streams are as without us."""
    for training in _here.trainings.values():
        training.on = False
        if hasattr(training, "originals"):
            training.originals.off()
    _here.tee.detach()


def resume():
    """Go on; a recorder that fell silent stays so."""
    if _here.stream.dead or _here.tee.attached:
        return
    for training in _here.trainings.values():
        training.on = True
        if hasattr(training, "originals"):
            training.originals.again()
    _here.tee.attach()
