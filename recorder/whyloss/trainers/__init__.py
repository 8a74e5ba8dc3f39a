"""Trainers that run the loop of a training and know of it what the computation does not show: settings, epochs, splits.

Each is watched by wrappers around a few methods of its own, put in when it is imported. None of them computes anything.
"""

WAITED = {
    "transformers.modeling_utils": ("transformers", "models"),
    "transformers.trainer": ("transformers", "trainer"),
    "lightning.pytorch.trainer.trainer": ("lightning", "lightning.pytorch"),
    "pytorch_lightning.trainer.trainer": ("lightning", "pytorch_lightning"),
    "accelerate.accelerator": ("accelerate", "accelerate"),
}
"""the module whose import is waited for -> the module of this package that is then asked, and what it is told"""


def install(process, waited):
    """A trainer's module has just been imported: watch it, for the training that PyTorch's recorder knows."""
    import importlib

    name, what = WAITED[waited]
    training = process.trainings.get("torch")
    if training is not None:
        importlib.import_module(f".{name}", __package__).install(training, what)
