"""For Keras 2.12 and later, and Keras 3: `model.fit(x, y, callbacks=[WhylossCallback()])`.

Under `whyloss run -- python train.py` nothing of it is needed; used there, it changes nothing and doubles nothing.
"""

import sys

import keras

from .. import begin


def WhylossCallback(out=None):
    """A `keras.callbacks.Callback` that records this process's trainings into the folder `out`.

    Default: $WHYLOSS_OUT, else `.whyloss/<time>`; read it with `whyloss diagnose FOLDER`. It only watches: weights,
    random numbers and logs are as without it. Where nothing can be recorded it does nothing. Never raises for what it meets.
    """
    begin.watch(None, None, out)
    training = begin.recording(keras.__name__)
    if training is None:
        return keras.callbacks.Callback()
    from ..keras.callback import callback_for

    return callback_for(sys.modules[keras.__name__], training)
