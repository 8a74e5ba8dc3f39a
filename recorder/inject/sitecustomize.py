"""Put before the user's own modules by `whyloss run`: starts the recorder, then gives way to the user's sitecustomize."""

import sys


def _whyloss_start():
    import os

    here = os.path.dirname(os.path.abspath(__file__))
    home = os.path.join(os.path.dirname(here), "")
    try:
        if os.environ.get("WHYLOSS_OUT") and sys.version_info >= (3, 9):
            # found again by its place, so that a `whyloss` installed by pip may stand beside it
            sys.path.insert(0, home)
            try:
                from whyloss import begin
            finally:
                sys.path.remove(home)
            begin.injected()
    except Exception:  # the training matters more
        pass
    return here


def _whyloss_next(here):
    """Run the sitecustomize that would have run without us, under its own name."""
    import os
    from importlib.machinery import PathFinder

    places = [place for place in sys.path if os.path.abspath(place or os.curdir) != here]
    spec = PathFinder.find_spec("sitecustomize", places)
    if spec is None or spec.loader is None:
        return
    from importlib.util import module_from_spec

    module = module_from_spec(spec)
    sys.modules["sitecustomize"] = module
    spec.loader.exec_module(module)


_whyloss_next(_whyloss_start())
