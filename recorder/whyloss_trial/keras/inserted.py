"""Layers with randomness of their own that are put into a model: each lives in a layer that is there already."""

from .state import overridden


def inside(host, layer):
    """Let `layer` belong to `host`, so that its random state is part of the model's; `host.layers` and weights stay the same."""
    tracker = getattr(host, "_tracker", None)
    locked = getattr(tracker, "locked", False)
    if locked:
        tracker.unlock()
    try:
        setattr(host, f"_whyloss_{type(layer).__name__.lower()}", layer)
    finally:
        if locked:
            tracker.lock()
    return layer


def behind(host, layer):
    """Let what `host` puts out go through `layer`."""
    inside(host, layer)

    def call(original):
        def through(*args, **kwargs):
            return layer(original(*args, **kwargs))

        return through

    overridden(host, "call", call)
