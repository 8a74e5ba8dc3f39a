"""What is ours warns of nothing: a loss that is NaN, a model that is asked once more."""

import functools
import warnings

import numpy


def quietly(call):
    """The same function, of whose warnings nothing is shown."""

    @functools.wraps(call)
    def silent(*args, **kwargs):
        shown = warnings.showwarning
        # not by a filter: each new one makes Python forget which warnings it has shown
        warnings.showwarning = lambda *args, **kwargs: None
        try:
            with numpy.errstate(all="ignore"):
                return call(*args, **kwargs)
        finally:
            warnings.showwarning = shown

    return silent
