"""Does the loss of a batch come from what the model put out, or from before its last activation, where Keras looked itself?

TensorFlow's Keras takes the logits from before a softmax or a sigmoid in some ways of writing it and not in others
(`_get_logits` of its backend), so that the numbers decide.
"""

import numpy

LEAST = 1e-7


def healed(output, target, loss, kind):
    """Whether `loss`, a mean over the batch that was asked to take logits, is that of `output` taken as probabilities.

    `output`: array (examples, classes) or (examples, 1); `target`: class numbers, one-hot rows or 0 and 1 of an array;
    `kind`: softmax or sigmoid, which made the output. None where that cannot be told.
    """
    if output is None or target is None or output.ndim != 2 or len(output) != len(target) or not numpy.isfinite(loss):
        return None
    values = output.astype("float64")
    cost = _of_classes if kind == "softmax" else _of_two
    once = cost(values, target)
    twice = cost(_softmax(values) if kind == "softmax" else 1.0 / (1.0 + numpy.exp(-values)), target)
    return abs(loss - once) < abs(loss - twice)


def _softmax(values):
    raised = numpy.exp(values - values.max(1, keepdims=True))
    return raised / raised.sum(1, keepdims=True)


def _of_classes(shares, target):
    shares = numpy.clip(shares, LEAST, 1.0)
    if target.ndim == 2 and target.shape[1] > 1:
        return float(-(target * numpy.log(shares)).sum(1).mean())
    return float(-numpy.log(shares[numpy.arange(len(shares)), target.reshape(-1).astype(int)]).mean())


def _of_two(shares, target):
    shares, target = numpy.clip(shares, LEAST, 1.0 - LEAST), target.reshape(shares.shape).astype("float64")
    return float(-(target * numpy.log(shares) + (1.0 - target) * numpy.log(1.0 - shares)).mean())
