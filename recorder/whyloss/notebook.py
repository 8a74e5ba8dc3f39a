"""The recorder in a Jupyter kernel: `%load_ext whyloss`, after which a cell that trained is followed by its report.

    %whyloss            the report of what trained last, now
    %whyloss all        of everything that was recorded
    %whyloss off, on    stop recording, go on
    %whyloss en|zh|ru   the language of reports
    %%whyloss           watch one cell and report
"""

import gc
import os
import sys
import tempfile
import time

from . import begin, report

HOME = ".whyloss"
FEWEST = 2
"""steps in a cell that make a curve"""

_attending = None


class Attendant:
    """Watches the cells of one kernel. `shell`: IPython's."""

    def __init__(self, shell):
        self.shell = shell
        self.language = None
        self.on = True
        self.last = 1
        """how many runs the last report was of"""
        self.marks = {}
        self.said = set()
        self.process = None

    # --- begin and end ------------------------------------------------------------------------------------------------

    def attach(self):
        """Begin to record, and to listen for the ends of cells."""
        self.resume()
        self.shell.events.register("post_run_cell", self.after_cell)
        self.shell.register_magic_function(self.line, "line", "whyloss")
        self.shell.register_magic_function(self.cell, "cell", "whyloss")

    def detach(self):
        """Leave the kernel as it was; the record stays."""
        self.pause()
        self.shell.events.unregister("post_run_cell", self.after_cell)
        for kind in ("line", "cell"):
            self.shell.magics_manager.magics[kind].pop("whyloss", None)

    def resume(self):
        """Record from here on."""
        self.on = True
        if begin.process() is None:
            begin.watch(None, None, _folder())
        self.process = begin.process()
        if self.process is None:
            return
        begin.resume()
        _adopt(self.process)
        self.marks = {name: _mark(one) for name, one in self.process.trainings.items()}

    def pause(self):
        """Record nothing from here on."""
        self.on = False
        if self.process is not None:
            self._close(self.process.trainings.values())
            begin.pause()

    # --- cells --------------------------------------------------------------------------------------------------------

    def after_cell(self, result=None):
        """A cell has ended, in order or not: where it trained, the report follows."""
        if not self.on or self.process is None:
            return
        try:
            runs = self._trained()
            if runs > 0:
                self.last = runs
                self.show(runs)
        except Exception as error:
            self.say(f"no report ({type(error).__name__}: {error})")

    def _trained(self):
        """How many runs trained since the last call; they are written to their ends so far."""
        runs, moved = 0, []
        for name, training in self.process.trainings.items():
            before, now = self.marks.get(name, (0, 0, False)), _mark(training)
            self.marks[name] = now
            if now[0] > before[0]:
                runs += now[0] - before[0] + (not before[2])
            elif now[1] >= before[1] + FEWEST:
                runs += 1
            else:
                continue
            moved.append(training)
        self._close(moved)
        return runs

    def _close(self, trainings):
        for training in trainings:
            if training.begun:
                training.end()
        if self.process.begun or self.process.tee.waiting:
            self.process.flush()

    def show(self, runs):
        """Display the report of the last `runs` runs below the cell."""
        folder = self.process.stream.folder
        try:
            made = report.bundle(folder, runs, self.language)
        except report.NoReport as why:
            self.say(f"{why}. The record is in {folder}.", once=True)
            return
        except KeyboardInterrupt:
            self.say("the report was interrupted; %whyloss makes it anew.")
            return
        from IPython.display import display

        display(made, raw=True)

    def say(self, message, once=False):
        """A line on stderr."""
        if once and message in self.said:
            return
        self.said.add(message)
        sys.stderr.write(f"whyloss: {message}\n")

    # --- magics -------------------------------------------------------------------------------------------------------

    def line(self, words):
        """Reports on the trainings of this notebook: %whyloss [all | on | off | en | zh | ru]"""
        word = words.strip()
        if word == "off":
            self.pause()
        elif word == "on":
            self.resume()
        elif word in ("en", "zh", "ru"):
            self.language = word
        elif word in ("", "all"):
            self.now(everything=word == "all")
        else:
            self.say("%whyloss takes nothing, all, on, off, en, zh or ru.")

    def now(self, everything=False):
        """The report of what was recorded up to here."""
        if self.process is None:
            return
        if self.on:
            self.last = self._trained() or self.last
        if not self.process.begun and not self.process.tee.waiting:
            self.say("nothing was recorded yet.")
            return
        self.process.flush()
        self.show(10**6 if everything else self.last)

    def cell(self, words, source):
        """Watches one cell and reports: %%whyloss"""
        was = self.on
        if not was:
            self.resume()
        try:
            self.shell.run_cell(source, store_history=False)
            if not was:
                self.after_cell()
        finally:
            if not was:
                self.pause()


def _mark(training):
    """How far a training is: (runs, steps of the last, whether it has begun)."""
    return getattr(training, "runs", 0), training.step, training.begun


def _adopt(process):
    """Optimizers that were made before the recorder came; modules are found behind their parameters."""
    torch = sys.modules.get("torch")
    training = process.trainings.get("torch") or process.trainings.get("pytorch")
    if torch is None or training is None or training.step > 0:
        return
    known = {id(ref()) for ref in training.given[1]}
    for one in gc.get_objects():
        if issubclass(type(one), torch.optim.Optimizer) and id(one) not in known:
            training.watch(None, one)


def _folder():
    """Where the record of this kernel goes: $WHYLOSS_OUT, a folder below `.whyloss`, or a temporary one."""
    if os.environ.get("WHYLOSS_OUT"):
        return os.environ["WHYLOSS_OUT"]
    name = time.strftime("%Y-%m-%dT%H-%M-%S")
    try:
        fresh = not os.path.exists(HOME)
        os.makedirs(HOME, exist_ok=True)
        if fresh:
            # records are nobody's source
            with open(os.path.join(HOME, ".gitignore"), "w", encoding="utf-8") as file:
                file.write("*\n")
        return os.path.join(HOME, name)
    except OSError:
        return os.path.join(tempfile.mkdtemp(prefix="whyloss-"), name)


def attend(shell):
    """Begin, or go on, in this shell."""
    global _attending
    if _attending is not None and _attending.shell is shell:
        _attending.resume()
        return
    _attending = Attendant(shell)
    _attending.attach()


def leave():
    """Take the extension off."""
    global _attending
    attending, _attending = _attending, None
    if attending is not None:
        attending.detach()


def kernel():
    """The shell of the Jupyter kernel that this process is, or None elsewhere."""
    interactive = sys.modules.get("IPython")
    shell = interactive.get_ipython() if interactive is not None and hasattr(interactive, "get_ipython") else None
    return shell if getattr(shell, "kernel", None) is not None else None
