"""`from whyloss.integration.transformers import WhylossCallback`, then `Trainer(..., callbacks=[WhylossCallback()])`."""

from transformers import TrainerCallback

import whyloss


class WhylossCallback(TrainerCallback):
    """Records the training into the folder `out` (default: $WHYLOSS_OUT, else `.whyloss/<time>`), and changes nothing of it.

    Under `whyloss run` it adds nothing: what is seen is seen once.
    """

    def __init__(self, out=None):
        self.folder = whyloss.watch(out=out)

    def on_train_begin(self, args, state, control, model=None, optimizer=None, **_):
        """The model and the optimizer may have been made before the recorder came."""
        if self.folder is not None:
            whyloss.watch(model, getattr(optimizer, "optimizer", optimizer))
