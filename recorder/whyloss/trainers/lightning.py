"""Lightning, under both of its names: its Trainer's settings, steps, evaluations and logs."""

import sys
import weakref

from ..pytorch import order, runs
from . import settings
from .around import argument, around, aside, lacks


class Lightning:
    """What a Lightning Trainer knows of the training that it runs."""

    def __init__(self, trainer):
        self._trainer = weakref.ref(trainer)

    def position(self):
        """Steps of the first optimizer and whole epochs that were trained before."""
        trainer = self._trainer()
        several = max(1, len(getattr(trainer, "optimizers", None) or ()))
        return int(trainer.global_step or 0) // several, int(trainer.current_epoch or 0)

    def divides(self):
        """By what it divides the loss of a batch."""
        model = getattr(self._trainer(), "lightning_module", None) or getattr(self._trainer(), "model", None)
        automatic = getattr(model, "automatic_optimization", True)
        return settings.count(getattr(self._trainer(), "accumulate_grad_batches", 1)) or 1 if automatic is not False else 1

    def facts(self, say):
        """Settings of the Trainer, said of the run that has begun."""
        trainer, accumulated = self._trainer(), self.divides()
        loader = _loader(getattr(trainer, "train_dataloader", None))
        each = getattr(loader, "batch_size", None) or getattr(order.batches_of(loader), "batch_size", None)
        ranks = settings.count(getattr(trainer, "world_size", 1)) or 1
        said = f"batch_size={each}, accumulate_grad_batches={accumulated}"
        settings.batch(say, settings.count(each), accumulated, ranks, said)
        batches = settings.count(getattr(trainer, "num_training_batches", None))
        settings.steps(say, batches, accumulated, f"{batches} batches, accumulate_grad_batches={accumulated}")
        epochs = settings.count(getattr(trainer, "max_epochs", None))
        say("epochs", epochs, f"Trainer(max_epochs={epochs})", firm=True)
        clip = settings.positive(getattr(trainer, "gradient_clip_val", None))
        say("gradient_clip", clip, f"Trainer(gradient_clip_val={clip})", firm=True)
        precision = getattr(trainer, "precision", None)
        # of full precision the computation itself knows better
        if settings.precision(precision) not in (None, "fp32"):
            say("precision", settings.precision(precision), f"Trainer(precision={precision!r})", firm=True)


def install(training, package):
    """Watch the Trainer of `package`, lightning.pytorch or pytorch_lightning, which has just been imported."""
    trainer = sys.modules[f"{package}.trainer.trainer"].Trainer
    if not around(training, trainer, "fit", lambda one, args, kwargs: _fit(training, one)):
        lacks(f"this version of {package} has no Trainer.fit")
    around(training, trainer, "test", lambda one, args, kwargs: _tested(training))
    for name in ("_run_sanity_check", "run_sanity_check"):
        around(training, trainer, name, lambda one, args, kwargs: aside(training))
    _watch_logs(training, package)
    _watch_tuner(training, package)


def _watch_logs(training, package):
    for place in ("logger_connector.logger_connector", "logger_connector"):
        module = sys.modules.get(f"{package}.trainer.connectors.{place}")
        for name in ("_LoggerConnector", "LoggerConnector"):
            kind = getattr(module, name, None)
            if kind is not None and around(training, kind, "log_metrics", lambda one, args, kwargs: _logged(training, one, args, kwargs)):
                return


def _watch_tuner(training, package):
    """A search for a rate or a batch size trains for a while on trial and puts everything back."""
    for place in ("batch_size_scaling", "lr_finder"):
        module = sys.modules.get(f"{package}.tuner.{place}")
        tried = getattr(module, "_try_loop_run", None)
        if tried is None:
            continue

        def run(*args, _tried=tried, **kwargs):
            back = aside(training)
            try:
                return _tried(*args, **kwargs)
            finally:
                back(None)

        module._try_loop_run = run


def _fit(training, trainer):
    if getattr(trainer, "testing", False):
        return None  # Lightning 1.0 tests by way of fit
    one = Lightning(trainer)
    runs.another(training, one)
    training.divides = one.divides()

    def after(_):
        runs.over(training)
        training.divides = 1

    return after


def _tested(training):
    training.phases.told = "test"

    def after(_):
        training.phases.told = None

    return after


def _logged(training, connector, args, kwargs):
    metrics = argument(args, kwargs, 0, "metrics")
    if isinstance(metrics, dict) and metrics and training.trainer is not None:
        epoch = getattr(connector.trainer, "current_epoch", None)
        training.logged(metrics, training.step, epoch + 1 if isinstance(epoch, int) else None)


def _loader(given):
    """The first DataLoader in what a trainer calls its train_dataloader."""
    for _ in range(4):
        if given is None or hasattr(given, "batch_sampler"):
            return given
        inner = next((getattr(given, name) for name in ("iterables", "loaders", "dataloader") if hasattr(given, name)), None)
        if isinstance(given, (list, tuple)):
            inner = given[0] if given else None
        elif isinstance(given, dict):
            inner = next(iter(given.values()), None)
        given = inner
    return None
