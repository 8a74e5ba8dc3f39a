"""Losses as Keras tells them, running means of an epoch, taken apart into the loss of each step."""

from ..stream import number

FINE = 1000
"""steps of an epoch up to which single steps can be told apart in a mean of 32 bits; later ones are told in small groups"""
METRICS = {
    "loss": "loss", "accuracy": "accuracy", "acc": "accuracy", "sparse_categorical_accuracy": "accuracy",
    "categorical_accuracy": "accuracy", "binary_accuracy": "accuracy", "compile_metrics": None,
    "mae": "mae", "mean_absolute_error": "mae", "mse": "mse", "mean_squared_error": "mse",
    "root_mean_squared_error": "rmse", "rmse": "rmse", "r2_score": "r2", "auc": "auc", "precision": "precision",
    "recall": "recall", "f1_score": "f1",
}  # fmt: skip


class Losses:
    """Of one run. `told` may be called from another thread; it only appends."""

    def __init__(self, points):
        self._points = points
        self._told = []
        self._first = 0
        self._size = None
        self._last = None
        self._mean = (0.0, 0.0)
        self._emitted = 0
        self.first_bad = None
        self.step = 0
        self.averaged = True
        """whether Keras tells means of the epoch; a step of the user's own may tell the loss of its batch"""
        self.newest = -1
        """number of the newest batch of its epoch whose end was told"""

    def begin(self, given):
        """A fit begins."""
        self._size = given.batch_size
        # of arrays the last batch of an epoch has what is left
        self._last = (given.cut % self._size or self._size) if given.cut and self._size else None
        self._of = -(-given.cut // self._size) if self._last else None
        self._first = self.step

    def stepped(self, step):
        """So many steps were taken in all."""
        self.step = step

    def epoch_begins(self):
        """The means begin anew."""
        self.write()
        self._first, self._mean, self._emitted, self.newest = self.step, (0.0, 0.0), 0, -1

    def told(self, batch, logs):
        """After the batch with this number, counted from 0 in its epoch."""
        value = (logs or {}).get("loss")
        if value is not None:
            self._told.append((batch, value))
        self.newest = max(self.newest, batch)

    def write(self):
        """Hand over the losses of the steps that are known."""
        told, self._told = sorted(self._told, key=lambda one: one[0]), []
        for batch, value in told:
            self._one(batch, float(value))

    def _one(self, batch, mean):
        if not self.averaged:
            self.one(self._first + batch + 1, mean)
            return
        count = self._examples(batch + 1)
        known, before = self._mean
        if batch + 1 - self._emitted < max(1, (batch + 1) // FINE) or count <= known:
            return
        loss = (mean * count - before * known) / (count - known)
        self._mean, self._emitted = (count, mean), batch + 1
        self.one(self._first + batch + 1, loss)

    def one(self, step, loss):
        """The loss of one step, a float."""
        if loss != loss or loss in (float("inf"), float("-inf")):
            self.first_bad = self.first_bad or (step, number(loss))
        self._points.add("loss", loss, step)

    def _examples(self, batches):
        if self._size is None:
            return float(batches)
        short = self._size - self._last if self._last and batches == self._of else 0
        return float(batches * self._size - short)

    def epoch_ends(self, epoch, step, logs):
        """The means of an epoch, and of its validation."""
        self.write()
        for name, value in logs.items():
            split, metric = ("val", self.metric(name[4:])) if name.startswith("val_") else ("train", self.metric(name))
            # the mean of an epoch stands beside the losses of its steps: what else is told of an epoch goes with it
            if metric:
                self._points.add(metric, float(value), step, split, epoch=epoch, mean="epoch")

    @staticmethod
    def metric(name):
        """The field's name of a metric of Keras', or None."""
        return METRICS.get(name.rstrip("0123456789_") if name not in METRICS else name)
