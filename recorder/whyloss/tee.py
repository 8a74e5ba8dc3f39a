"""What the program prints, copied on its way: the stream's own `write` is wrapped, so that it stays the same object."""

import re
import sys
import time

MOST_WAITING = 1 << 18
MOST_KEPT = 4 << 20
AT_ONCE = 1.0

# what a carriage return wrote over: a bar is kept as it stood in the end
_OVERWRITTEN = re.compile(r"[^\r\n]*\r(?=[^\r\n])")


class Tee:
    """Copies of what was printed and not yet fetched. `ready` is called at most once a second while text waits, `step` for each.

    `step`: the step that the training is at, which what is printed belongs to.
    """

    def __init__(self, ready, step):
        self.waiting = []
        self.size = 0
        self.kept = 0
        self.full = False
        self.attached = False
        self._wrapped = []
        self._ready = ready
        self._step = step
        self._last = time.monotonic()

    def attach(self):
        """Wrap stdout and stderr of this process, as they are now."""
        self.attached = True
        for name in ("stdout", "stderr"):
            stream = getattr(sys, name, None)
            if all(stream is not one for one, _ in self._wrapped):
                self._wrap(name, stream)

    def detach(self):
        """Take the wrappers off; one that somebody has wrapped again stays, and takes nothing."""
        self.attached = False
        kept = []
        for stream, write in self._wrapped:
            if getattr(stream, "write", None) is write:
                del stream.write
            else:
                kept.append((stream, write))
        self._wrapped = kept

    def _wrap(self, name, stream):
        original = getattr(stream, "write", None)
        if original is None:
            return

        def write(text, *rest):
            done = original(text, *rest)
            if self.attached and not self.full:
                try:
                    self._take(name, text)
                except Exception:
                    self.full = True
            return done

        try:
            stream.write = write
            self._wrapped.append((stream, write))
        except (AttributeError, TypeError):
            pass  # a stream that takes no attribute is left alone

    def _take(self, name, text):
        if self.kept + len(text) > MOST_KEPT:
            self.full = True
            return
        self.kept += len(text)
        self.size += len(text)
        step = self._step()
        # one line is often written in two pieces, its words and its end
        if self.waiting and self.waiting[-1][:2] == (name, step):
            self.waiting[-1][2].append(text)
        else:
            self.waiting.append((name, step, [text]))
        now = time.monotonic()
        if self.size > MOST_WAITING or now - self._last > AT_ONCE:
            self._last = now
            self._ready()

    def fetch(self):
        """The text since the last call, as (stream, step, text) in the order of printing."""
        taken, self.waiting, self.size = self.waiting, [], 0
        return [(name, step, _OVERWRITTEN.sub("", "".join(parts))) for name, step, parts in taken]

    def forked(self):
        """In a child that was forked: what waits belongs to the parent."""
        self.waiting, self.size = [], 0
