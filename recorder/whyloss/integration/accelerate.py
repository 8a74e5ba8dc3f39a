"""`from whyloss.integration.accelerate import WhylossTracker`, then `Accelerator(log_with=WhylossTracker("run-name"))`."""

import os
import sys

import whyloss

try:
    from accelerate.tracking import GeneralTracker
except ImportError:
    sys.stderr.write("whyloss: this version of accelerate takes no trackers; `whyloss run` watches it all the same.\n")
    GeneralTracker = object


class WhylossTracker(GeneralTracker):
    """Records the training, and what is logged with `accelerator.log`, into `.whyloss/<run name>` or the folder `out`.

    Under `whyloss run` it adds nothing: what is seen is seen once, in the folder of that command.
    """

    name = "whyloss"
    requires_logging_directory = False
    main_process_only = False

    def __init__(self, run_name=None, out=None):
        try:
            super().__init__()
        except TypeError:
            pass  # older ones ask for the name here, and keep nothing
        self.run_name = run_name
        own = os.path.join(".whyloss", run_name) if run_name and not os.environ.get("WHYLOSS_OUT") else None
        self.folder = whyloss.watch(out=out or own)

    @property
    def tracker(self):
        """The folder of the record."""
        return self.folder

    def store_init_configuration(self, values):
        """What matters of it is seen where it is used."""

    def log(self, values, step=None, **_):
        """Accelerate hands it to all trackers at once, where it is seen."""

    def finish(self):
        """The record is whole to its last line at any time."""
