"""Are gradients cleared between the steps of an optimizer? Watched by the identity and the version of a few of them."""

MOST = 4


class Clearing:
    """Watches one optimizer from a step of its own to the next; other optimizers' steps may lie between."""

    def __init__(self):
        self._held = []
        self._untouched = False
        self._backwards = 0
        self.checked = 0
        self.kept = 0

    def after_step(self, parameters):
        """Just after a step: note the gradients as they are."""
        self._held = [(one, one.grad) for one in parameters if one.grad is not None][:MOST]
        self._held = [(one, id(grad), grad._version) for one, grad in self._held]
        self._untouched = bool(self._held)
        self._backwards = 0

    def watching(self):
        """Whether the next backward pass has to be looked at."""
        return bool(self._held)

    def before_backward(self):
        """Just before any backward pass: cleared if a gradient is gone, another object, or was written to."""
        self._backwards += 1
        for parameter, grad, version in self._held:
            now = parameter.grad
            if now is None or id(now) != grad or now._version != version:
                self._untouched = False
                return

    def after_backward(self):
        """Just after it: what backward itself wrote is not a clearing."""
        if self._untouched:
            self._held = [
                (one, id(one.grad), one.grad._version) for one, _, _ in self._held if one.grad is not None
            ]

    def before_step(self):
        """The next step of the same optimizer: True if its gradients were kept, False if cleared, None if not watched."""
        held, self._held = self._held, []
        # a step that asks for its losses itself also clears by itself
        if not held or not self._backwards:
            return None
        self.checked += 1
        self.kept += self._untouched
        return self._untouched
