"""Waits for a framework to be imported: then, and only then, the recorder is put into it."""

import sys


class _Loader:
    """Loads a module as its own loader does, then calls `loaded`."""

    def __init__(self, loader, loaded):
        self._loader = loader
        self._loaded = loaded

    def __getattr__(self, name):
        return getattr(self._loader, name)

    def create_module(self, spec):
        return self._loader.create_module(spec)

    def exec_module(self, module):
        # what the program sees on the module is its true loader
        module.__loader__ = self._loader
        if module.__spec__ is not None:
            module.__spec__.loader = self._loader
        self._loader.exec_module(module)
        try:
            self._loaded()
        except Exception:  # the import has succeeded; that alone counts
            pass


class Finder:
    """First on `sys.meta_path` until all that is waited for has been imported."""

    def __init__(self, wanted):
        """`wanted`: the name of a top module -> what to call once it is imported."""
        self._wanted = dict(wanted)
        self._busy = False

    def find_spec(self, name, path=None, target=None):
        if name not in self._wanted or self._busy:
            return None
        self._busy = True
        try:
            spec = self._next(name, path, target)
        finally:
            self._busy = False
        if spec is None or spec.loader is None or not hasattr(spec.loader, "exec_module"):
            return spec
        spec.loader = _Loader(spec.loader, lambda: self._loaded(name))
        return spec

    def _loaded(self, name):
        """It is imported. Only now is it waited for no longer: TensorFlow looks for Keras long before it loads it."""
        loaded = self._wanted.pop(name, None)
        if not self._wanted and self in sys.meta_path:
            sys.meta_path.remove(self)
        if loaded is not None:
            loaded()

    def _next(self, name, path, target):
        for finder in sys.meta_path:
            if finder is self or not hasattr(finder, "find_spec"):
                continue
            spec = finder.find_spec(name, path, target)
            if spec is not None:
                return spec
        return None


def when_imported(wanted):
    """Call `wanted[name]` after `import name`, at once where it is imported already."""
    missing = {}
    for name, loaded in wanted.items():
        if name in sys.modules:
            loaded()
        else:
            missing[name] = loaded
    if missing:
        sys.meta_path.insert(0, Finder(missing))
