"""What a trial says of itself: which changes took place, which could not and why, and what seeds the program set."""

import json
import os


class Report:
    """Kept in `trial-<pid>.json` of the record's folder, written anew, whole, whenever something was added."""

    def __init__(self, folder, trial):
        self.pid = os.getpid()
        self._path = os.path.join(folder, f"trial-{self.pid}.json")
        self.said = {"trial": trial, "pid": self.pid, "applied": {}, "refused": {}, "seeded": [], "measure": {}}

    def applied(self, change, how, **values):
        """`change` takes place. `how`: in code, short, what became of what; `values`: numbers and names for a patch."""
        if change not in self.said["applied"]:
            self.said["refused"].pop(change, None)
            self.said["applied"][change] = {"how": how, **values}
            self.write()

    def refused(self, change, why, **values):
        """`change` cannot take place here. `why`: the id of a reason."""
        if change not in self.said["applied"] and change not in self.said["refused"]:
            self.said["refused"][change] = {"why": why, **values}
            self.write()

    def broken(self, change, error):
        """`change` raised, perhaps after it had been applied: from here on nothing of it counts."""
        self.said["applied"].pop(change, None)
        self.said["refused"][change] = {"why": "broken", "error": f"{type(error).__name__}: {error}"[:300]}
        self.write()

    def silent(self, change):
        """Whether nothing was said of `change` yet."""
        return change not in self.said["applied"] and change not in self.said["refused"]

    def seeded(self, call):
        """The program sets a seed by this call."""
        if call not in self.said["seeded"]:
            self.said["seeded"].append(call)
            self.write()

    def measures(self, name, times):
        """The metric of this name is `times` too small, since a change scaled what it measures."""
        self.said["measure"][name] = times
        self.write()

    def note(self, **values):
        """Anything else that the judge needs: the framework, the device."""
        self.said.update(values)
        self.write()

    def write(self):
        """Whole or not at all: a reader never meets half a file. A child that was forked says nothing."""
        if self.pid != os.getpid():
            return
        try:
            # the recorder makes the folder later than the first thing is said here
            os.makedirs(os.path.dirname(self._path) or ".", exist_ok=True)
            with open(self._path + ".new", "w", encoding="utf-8") as file:
                json.dump(self.said, file)
            os.replace(self._path + ".new", self._path)
        except OSError:
            pass
