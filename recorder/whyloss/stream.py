"""The file that a process writes: one JSON object a line, only ever appended; where it cannot be written, silence."""

import json
import math
import os
import sys

MOST_BUFFERED = 1 << 20


def number(value, digits=6):
    """A float as JSON can hold it: rounded to `digits` significant digits, or the string of what is not finite."""
    if value != value:
        return "NaN"
    if math.isinf(value):
        return "Infinity" if value > 0 else "-Infinity"
    return float(f"%.{digits}g" % value)


def numbers(values, digits=6):
    """The same for many."""
    return [number(value, digits) for value in values]


def plain(value):
    """Anything as JSON can hold it; what it cannot is its type's name, never its text, which may be private or long."""
    if value is None or isinstance(value, (bool, str)):
        return value
    if isinstance(value, int):
        return int(value)
    if isinstance(value, float):
        return number(value)
    if isinstance(value, dict):
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(one) for one in value]
    return type(value).__name__


class Stream:
    """Appends rows to `process-<pid>-<k>.jsonl` in a folder; opened at the first row that is let through."""

    def __init__(self, folder):
        self.folder = folder
        self.pid = os.getpid()
        self.fd = None
        self.dead = False
        self._lines = []
        self._size = 0

    def write(self, row):
        """Queue one row; `flush` writes it."""
        if self.dead:
            return
        try:
            line = json.dumps(row, separators=(",", ":"), allow_nan=False)
        except ValueError:
            line = json.dumps(plain(row), separators=(",", ":"), allow_nan=False)
        self._lines.append(line)
        self._size += len(line)
        if self._size > MOST_BUFFERED:
            self.flush()

    def flush(self):
        """Hand the queued rows to the system. Whoever kills the process later finds them in the file."""
        if self.dead or not self._lines:
            return
        data = ("\n".join(self._lines) + "\n").encode("utf-8", "replace")
        self._lines.clear()
        self._size = 0
        try:
            if self.fd is None:
                self.fd = self._open()
            while data:
                data = data[os.write(self.fd, data) :]
        except OSError as error:
            self.stop(error.strerror or "the record cannot be written")

    def stop(self, why):
        """Fall silent for good and say so once, on stderr."""
        if self.dead:
            return
        self.dead = True
        self._lines.clear()
        try:
            sys.stderr.write(f"whyloss: recording stopped ({why}); the training goes on.\n")
        except Exception:
            pass

    def forked(self):
        """In a child that was forked: what is queued belongs to the parent."""
        self.pid = os.getpid()
        self._lines.clear()
        self._size = 0
        if self.fd is not None:
            os.close(self.fd)
            self.fd = None

    def _open(self):
        os.makedirs(self.folder, exist_ok=True)
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_APPEND | getattr(os, "O_CLOEXEC", 0)
        for count in range(1000):
            try:
                return os.open(os.path.join(self.folder, f"process-{self.pid}-{count}.jsonl"), flags, 0o644)
            except FileExistsError:
                continue
        raise OSError("too many records in the folder")
