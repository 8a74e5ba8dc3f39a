"""`from whyloss.integration.lightning import WhylossCallback`, for the trainers of `lightning` and of `pytorch_lightning`."""

import importlib
import sys

import whyloss

PACKAGES = ("lightning.pytorch", "pytorch_lightning")


def _all(place, name):
    """The classes of that name in the packages that the program uses; where it has imported neither, in the one that is there."""
    used = [one for one in PACKAGES if one in sys.modules]
    for package in used or PACKAGES:
        try:
            found = getattr(importlib.import_module(f"{package}.{place}"), name, None)
        except ImportError:
            continue
        if found is not None:
            yield found
        if not used:
            return


class WhylossCallback(*dict.fromkeys(_all("callbacks", "Callback"))):
    """Records the training into the folder `out` (default: $WHYLOSS_OUT, else `.whyloss/<time>`), and changes nothing of it.

    Under `whyloss run` it adds nothing: what is seen is seen once.
    """

    def __init__(self, out=None):
        self.folder = whyloss.watch(out=out)


_Logger = next(iter(_all("loggers", "Logger")), None) or next(iter(_all("loggers", "LightningLoggerBase")))


class WhylossLogger(_Logger):
    """A logger for `Trainer(logger=WhylossLogger())`: what is logged with `self.log` goes into the same record."""

    def __init__(self, out=None):
        super().__init__()
        self.folder = whyloss.watch(out=out)

    @property
    def name(self):
        """The name of the log."""
        return "whyloss"

    @property
    def version(self):
        """The folder of the record."""
        return self.folder

    @property
    def experiment(self):
        """The folder of the record; there is no client to speak to."""
        return self.folder

    def log_hyperparams(self, params=None, *args, **kwargs):
        """What matters of them is seen where it is used."""

    def log_metrics(self, metrics, step=None):
        """Lightning hands them to all loggers at once, where they are seen."""
