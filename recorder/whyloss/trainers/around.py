"""Wrappers around a trainer's own methods: the method is called once with what it was given, whatever becomes of us."""

import functools
import sys

from ..guard import guarded
from ..pytorch.patches import unseen


def around(training, owner, name, seen):
    """Call `seen(self, args, kwargs)` before each call of a method; what it returns is called after it, given the result.

    Returns whether the class has the method. After one that raised, what `seen` returned is called with None.
    """
    original = owner.__dict__.get(name)
    if original is None:
        return False

    def method(self, *args, **kwargs):
        after = guarded(training, seen, self, args, kwargs)
        result = None
        try:
            result = original(self, *args, **kwargs)
            return result
        finally:
            if after is not None:
                guarded(training, after, result, always=True)

    setattr(owner, name, functools.wraps(original)(unseen(method)))
    return True


def aside(training):
    """Nothing that is computed until the returned function is called is part of the training."""
    was, training.on = training.on, False

    def back(_):
        training.on = was

    return back


def lacks(what):
    """A version that is too old or too new for what is wanted here: said once, in one line."""
    sys.stderr.write(f"whyloss: {what}; the training goes on without what only it knows.\n")


def argument(args, kwargs, place, name, default=None):
    """An argument by its place, counted from 0 behind self, or by its name."""
    return args[place] if len(args) > place else kwargs.get(name, default)
