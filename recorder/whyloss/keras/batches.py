"""The batch of a step, kept as it passes by: the data are never asked for once more.

Where batches pass through Python each is seen; a `tf.data` pipeline gets a last stage that hands over a batch only in
the step in which it is wanted, and passes every batch on as it is.
"""

import numpy

MOST = 1 << 28
"""bytes of a batch that is still kept"""


def unpacked(batch):
    """(x, y, weight) of a batch as Keras takes it apart; None where there is none of them."""
    parts = tuple(batch) if isinstance(batch, (tuple, list)) else (batch,)
    return (*parts[:3], None, None, None)[:3]


class Batches:
    """Of one training. `last` is the batch of the newest step in which one was wanted, as the framework's own tuple."""

    def __init__(self):
        self.last = None
        self.wanted = False
        self._flag = None
        self._told = False
        self._staged = (None, None)

    def want(self, yes):
        """Whether the batch of the step that begins is to be kept."""
        self.wanted = yes
        if yes:
            self.last = None
        # a pipeline is told only of what is new to it
        if self._flag is not None and self._told is not yes:
            self._told = yes
            self._flag.assign(yes)

    def take(self):
        """The batch that was kept, once; None where none was."""
        last, self.last = self.last, None
        return last

    def passing(self, source):
        """The same source of batches, watched."""
        if type(source).__module__.startswith("tensorflow.") and hasattr(source, "element_spec"):
            if self._staged[0] is not source:
                self._staged = (source, self._stage(source))
            return self._staged[1]
        return _Source(source, self)

    def _stage(self, dataset):
        """A `tf.data` pipeline with one stage more."""
        import tensorflow as tf

        if not isinstance(dataset, tf.data.Dataset):
            return dataset  # one that is spread over devices is left alone
        with tf.device("CPU:0"):
            self._flag = tf.Variable(False, trainable=False, name="whyloss")
        spec, flag = dataset.element_spec, self._flag
        dense = [isinstance(one, tf.TensorSpec) for one in tf.nest.flatten(spec)]

        def keep(*flat):
            if all(dense) and sum(getattr(one, "nbytes", 0) for one in flat) <= MOST:
                self.last = tf.nest.pack_sequence_as(spec, list(flat))
            return numpy.int64(0)

        @tf.autograph.experimental.do_not_convert
        def through(*batch):
            whole = batch if isinstance(spec, tuple) else batch[0]
            flat = tf.nest.flatten(whole)
            seen = [one for one, is_dense in zip(flat, dense) if is_dense]
            done = tf.cond(flag, lambda: tf.numpy_function(keep, seen, tf.int64), lambda: tf.constant(0, tf.int64))
            with tf.control_dependencies([done]):
                flat = [tf.identity(one) if is_dense else one for one, is_dense in zip(flat, dense)]
            return tf.nest.pack_sequence_as(whole, flat)

        return dataset.map(through)


class _Source:
    """An iterable of batches whose iterators remember the newest."""

    def __init__(self, source, batches):
        self._source = source
        self._batches = batches

    def __getattr__(self, name):
        return getattr(self._source, name)

    def __len__(self):
        return len(self._source)

    def __iter__(self):
        # at once, since a loader may draw its order when it is asked for an iterator
        return _Passing(iter(self._source), self._batches)


class _Passing:
    def __init__(self, iterator, batches):
        self._iterator = iterator
        self._batches = batches

    def __iter__(self):
        return self

    def __next__(self):
        batch = next(self._iterator)
        if self._batches.wanted:
            self._batches.last = batch
        return batch
