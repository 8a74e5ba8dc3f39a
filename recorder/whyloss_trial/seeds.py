"""Another seed wherever the program sets one, and one where it sets none: what a control arm changes, and nothing else.

Seed 0 leaves every call as it is and only notes that it was made, since a program that sets none differs by chance alone.
"""

import functools
import numbers
import random
import sys

PLACES = {
    "numpy": (("numpy.random", "seed"),),
    "torch": (("torch", "manual_seed"), ("torch.random", "manual_seed"), ("torch.cuda", "manual_seed"), ("torch.cuda", "manual_seed_all")),
    "tensorflow": (("tensorflow.random", "set_seed"),),
    "keras": (("keras.utils", "set_random_seed"),),
    "tf_keras": (("tf_keras.utils", "set_random_seed"),),
}
LIMIT = 1 << 31


def other(value, seed):
    """The seed that takes the place of `value` in an arm: always the same one, and far from its neighbours."""
    # NumPy's whole numbers are seeds too, and overflow where Python's do not
    if seed == 0 or not isinstance(value, numbers.Integral):
        return value
    return (int(value) * 2654435761 + seed * 40503 * 65537 + 97) % LIMIT


def _wrap(trial, owner, name, call):
    original = getattr(owner, name, None)
    if original is None or hasattr(original, "whyloss"):
        return

    @functools.wraps(original)
    def seeded(*args, **kwargs):
        trial.report.seeded(call)
        if trial.seed:
            args = (other(args[0], trial.seed), *args[1:]) if args else args
            kwargs = {key: other(value, trial.seed) if key in ("seed", "a") else value for key, value in kwargs.items()}
        return original(*args, **kwargs)

    seeded.whyloss = True
    setattr(owner, name, seeded)


def start(trial):
    """Before the program's first line: Python's own randomness, and NumPy's once it is imported."""
    from whyloss.finder import when_imported

    if trial.seed:
        random.seed(other(trial.seed, trial.seed))
    _wrap(trial, random, "seed", "random.seed")
    when_imported({"numpy": lambda: framework(trial, "numpy"), "tensorflow": lambda: framework(trial, "tensorflow")})


def framework(trial, name):
    """A module with randomness has just been imported: seeded in an arm, and its ways to seed watched."""
    for module, call in PLACES.get(name, ()):
        owner = sys.modules.get(module) or _reached(module)
        if owner is None:
            continue
        if trial.seed and call in ("seed", "manual_seed", "set_seed", "set_random_seed") and module in ("numpy.random", "torch", "keras.utils", "tf_keras.utils"):
            getattr(owner, call)(other(trial.seed, trial.seed))
        _wrap(trial, owner, call, f"{module}.{call}")


def _reached(path):
    """The object at a dotted path below a module that is imported, or None."""
    first, *rest = path.split(".")
    found = sys.modules.get(first)
    for part in rest:
        found = getattr(found, part, None)
    return found
