"""The start of a trial in this process: reads what is to be changed and waits for a framework."""

import json
import os
import sys

from whyloss.finder import when_imported

from . import seeds
from .report import Report

FRAMEWORKS = {"torch": "pytorch", "keras": "keras", "tf_keras": "keras"}
"""the module whose import is waited for -> the package here that is then put into it"""


class Trial:
    """What one process is to change, and what it has to say of it."""

    def __init__(self, spec, folder):
        self.id = spec.get("trial", "")
        self.seed = int(spec.get("seed", 0))
        """0: the program's own; another number draws everything else anew"""
        self.changes = dict(spec.get("changes", {}))
        """name of a change -> its value, see CHANGES.md"""
        self.steps = spec.get("steps")
        """how many steps the unchanged training takes, None where that is unknown"""
        self.report = Report(folder, self.id)

    def get(self, name):
        """The value of a change that is asked for, else None."""
        return self.changes.get(name)


def _install(trial, name, package):
    import importlib

    trial.report.note(framework=name, version=str(getattr(sys.modules[name], "__version__", "")))
    seeds.framework(trial, name)
    if trial.changes:
        try:
            importlib.import_module(f".{package}", __package__).install(trial, name)
        except Exception as error:
            for change in trial.changes:
                trial.report.refused(change, "broken", error=f"{type(error).__name__}: {error}"[:300])


def injected():
    """Start in a process that `whyloss verify` began. Without changes and with the program's own seed nothing is touched."""
    with open(os.environ["WHYLOSS_TRIAL"], encoding="utf-8") as file:
        spec = json.load(file)
    trial = Trial(spec, os.environ["WHYLOSS_OUT"])
    seeds.start(trial)
    wanted = {name: lambda name=name, package=package: _install(trial, name, package) for name, package in FRAMEWORKS.items()}
    when_imported(wanted)
