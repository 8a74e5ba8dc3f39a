"""The changes of CHANGES.md for PyTorch 1.13 and later."""

from . import (
    activations,
    clearing,
    clip,
    dropout,
    initial,
    inputs,
    kinds,
    labels,
    loaders,
    modes,
    norms,
    optimizers,
    pairing,
    precision,
    rates,
    reach,
    settings,
    targets,
    weights,
)
from .training import Training

CHANGES = {
    # in this order: what makes the rate comes before what scales it, what fills cells before what standardises them
    "precision": precision.precision,
    "overfit_one_batch": loaders.overfit_one_batch,
    "batch_size": loaders.batch_size,
    "epochs": loaders.epochs,
    "shuffle": loaders.shuffle,
    "all_parameters": reach.all_parameters,
    "optimizer": optimizers.optimizer,
    "learning_rate": rates.learning_rate,
    "warmup_steps": rates.warmup_steps,
    "schedule": rates.schedule,
    "range_test": rates.range_test,
    "momentum": settings.momentum,
    "weight_decay": settings.weight_decay,
    "gradient_clip": clip.gradient_clip,
    "zero_grad": clearing.zero_grad,
    "initializer": initial.initializer,
    "batch_norm_momentum": norms.momentum,
    "batch_norm": norms.frozen,
    "train_mode": modes.train_mode,
    "impute": inputs.impute,
    "standardize_inputs": inputs.standardize,
    "input_noise": inputs.noise,
    "hidden_activation": activations.hidden,
    "output_activation": activations.output,
    "dropout": dropout.dropout,
    "shuffled_labels": labels.shuffled_labels,
    "output_loss": pairing.output_loss,
    "loss": kinds.loss,
    "class_weights": weights.class_weights,
    "standardize_targets": targets.standardize_targets,
}


def install(trial, name):
    """Put the changes that are asked for into torch, which has just been imported."""
    training = Training(trial)
    training.put()
    for change, start in CHANGES.items():
        if change in trial.changes:
            try:
                start(training, trial.changes[change])
            except Exception as error:
                trial.report.broken(change, error)
    for change in trial.changes:
        if change not in CHANGES:
            trial.report.refused(change, "unsupported")
