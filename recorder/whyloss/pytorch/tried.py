"""The step of a close look, tried on a copy of the model: what it did to the loss of its own batch."""

from contextlib import contextmanager

from . import modes

TWICE = (6, 12, 16, 20, 24, 28, 32, 36, 40, 48, 56, 64)
"""looks at which the loss is also taken in eval mode"""
AGAIN = (1, 2, 3, 4, 6, 8, 10, 12, 16, 20, 24, 28, 32, 36, 40, 48, 56, 64, 80, 96, 112, 128)
"""looks at which the batch is answered once more after the step"""
TINY = 1e-12
"""a smaller loss is taken as this where it divides"""


class Tried:
    """Of one run. `training` is its owner."""

    def __init__(self, training):
        self._of = training
        self.trying = False
        self._possible = None
        self._twin = None
        self._before = None

    def start(self, look, roots, ample):
        """Whether the step of this look, a number, is tried."""
        self._twin = self._before = None
        self.trying = False
        if look in AGAIN and ample and len(roots) == 1 and self._possible is not False:
            self._possible = self.trying = modes.copyable(modes.chain(roots[0])[-1])
        return self.trying

    def before(self, caught, kept, step, look):
        """The same batch answered by a copy of the model: before the step, and in eval mode where that is another."""
        name, args, kwargs, result = kept
        with self._aside():
            if caught.root is None or not modes.copyable(caught.root):
                return
            self._twin = modes.twin(caught, self._of.originals.loss(name), args, kwargs, result)
            if self._twin is None:
                return
            if look in TWICE and modes.differs(caught.root):
                self._of.points.add("eval-loss-on-train", self._twin.in_eval(), step)
            self._before = self._twin.in_train()

    def after(self, look, minimised):
        """What the step did to the loss of its own batch, and what its gradients foretold, as shares of that loss.

        `minimised`: the sum of the values whose gradients the step follows.
        """
        if look.foretold is not None:
            look.whole["step-foretold"] = look.foretold / max(abs(minimised), TINY)
        twin, self._twin = self._twin, None
        if twin is None or self._before is None:
            return
        with self._aside():
            twin.follow()
            look.whole["step-change"] = (twin.in_train() - self._before) / max(abs(self._before), TINY)

    def drop(self):
        """The step is none of its first gradients alone, or recording ends."""
        self._twin = None

    @contextmanager
    def _aside(self):
        """The recorder sees nothing of what its own copy computes; one that cannot be copied or asked stays unasked."""
        self._of.on = False
        try:
            yield
        except Exception:
            self._possible = False
            self._twin = None
        finally:
            self._of.on = True
