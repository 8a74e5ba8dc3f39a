"""A second answer on JAX: one compiled function, compiled beside the training in a thread of its own.

To compile takes as long as hundreds of small steps. The compiler needs no Python, so the training goes on meanwhile;
what was seen until then is kept and asked afterwards.
"""

import threading

import jax

from .answer import Answer, Asking, forward

PATIENCE = 20.0
"""seconds that the end of a training waits for the compiler"""


class ByJax(Asking):
    """Of one model; batches of another shape than the first one's are not answered."""

    def __init__(self, model):
        super().__init__(model)
        self._layers = []
        self._made = None
        self._thread = None
        self._failed = None

    def ready(self, wait=False):
        """Whether it can be asked now."""
        if self._failed is not None:
            raise self._failed
        if wait and self._thread is not None:
            self._thread.join(PATIENCE)
        return self._made is not None

    def begin(self, trainable, rest, batch):
        """Trace the function for batches like this one, and let it be compiled."""
        if self._thread is None:
            lowered = jax.jit(jax.value_and_grad(self._answer, has_aux=True)).lower(trainable, rest, batch)
            self._thread = threading.Thread(target=self._compile, args=(lowered,), name="whyloss", daemon=True)
            self._thread.start()

    def _compile(self, lowered):
        try:
            self._made = lowered.compile()
        except Exception as error:  # told to whoever asks
            self._failed = error

    def _answer(self, trainable, rest, batch):
        loss, penalty, output, outputs = forward(self._model, trainable, rest, batch, True)
        self._layers = [layer for layer, _ in outputs]
        return loss, (penalty, output, [one for _, one in outputs])

    def ask(self, trainable, rest, batch, training=True):
        """The answer in train mode with gradients; None in eval mode, which would have to be compiled too."""
        if not training:
            return None
        try:
            (loss, (penalty, output, outputs)), gradients = self._made(trainable, rest, batch)
        except TypeError:  # a batch of another shape
            return None
        return Answer(loss, penalty, gradients, output, zip(self._layers, outputs))
