"""What goes into a model: cells filled in, features standardised, noise added, by statistics of the training data."""

import torch

from . import loaders
from .statistics import Statistics, axis_of, whole

NO_FEATURES = ("mask", "label", "target")


def _floats(args, kwargs):
    """(place, tensor) of each input that holds features: floating, of at least two axes, made by no layer."""
    places = [(at, one) for at, one in enumerate(args)]
    places += [(name, one) for name, one in kwargs.items() if not any(word in name for word in NO_FEATURES)]
    return [
        (place, one) for place, one in places
        if isinstance(one, torch.Tensor) and one.is_floating_point() and one.dim() >= 2 and one.grad_fn is None
    ]  # fmt: skip


def _changed(args, kwargs, place, value):
    if isinstance(place, int):
        return (*args[:place], value, *args[place + 1 :]), kwargs
    return args, {**kwargs, place: value}


def _each(training, change, alter, key="inputs"):
    """Call `alter(statistics, value, trains, root)` on every input; statistics are shared by all changes of inputs."""
    made = loaders.of(training)
    training.why[change] = lambda: "unknown-data" if training.forwards.met else "no-layer"

    def at_input(root, module, args, kwargs, trains):
        known = root.held.setdefault("statistics", {})
        taken = root.held.setdefault("taken", {})
        found = False
        for place, value in _floats(args, kwargs):
            if place not in known:
                if not trains:
                    continue
                known[place] = Statistics(axis_of(value, module))
                rows = whole(made.batch, made.dataset, value) if made.dataset is not None else None
                if rows is not None:
                    known[place].whole(rows)
            # several changes look at the same batch: it counts once, as it came
            if trains and taken.get(place) is not value and training.forwards.last is root:
                taken[place] = None
                if change == _first(training):
                    known[place].add(value)
            if known[place].count is None:
                continue
            new = alter(known[place], value, trains, root)
            if new is not None:
                args, kwargs = _changed(args, kwargs, place, new)
                found = True
        return (args, kwargs) if found else None

    training.on(change, training.at_input, at_input)


def _first(training):
    return next(one for one in ("impute", "standardize_inputs", "input_noise") if one in training.trial.changes)


def impute(training, _):
    """Cells that are no numbers become their feature's mean."""

    def alter(statistics, value, trains, root):
        holes = ~torch.isfinite(value)
        if not bool(holes.any()):
            return None
        mean, _ = statistics.shaped(value)
        training.report.applied("impute", "cells that are no numbers -> mean of their feature in the training data")
        return torch.where(holes, mean.expand_as(value), value)

    _each(training, "impute", alter)
    training.why["impute"] = "same"


def standardize(training, _):
    """(x - mean) / spread of each feature."""

    def alter(statistics, value, trains, root):
        mean, spread = statistics.shaped(value)
        by = "features" if value.dim() == 2 else "channels"
        training.report.applied(
            "standardize_inputs", f"(x - mean) / spread of {mean.numel()} {by}, by the training data", features=mean.numel(),
            mean=round(float(mean.double().mean()), 6), spread=round(float(spread.double().mean()), 6))  # fmt: skip
        return (value - mean) / spread

    _each(training, "standardize_inputs", alter)


def noise(training, wanted):
    """Normal noise in proportion to each feature's spread, while training."""
    generators = {}

    def alter(statistics, value, trains, root):
        if not trains:
            return None
        device = value.device
        if device not in generators:
            generators[device] = torch.Generator(device).manual_seed(torch.initial_seed() % (1 << 63))
        drawn = torch.randn(value.shape, generator=generators[device], device=device, dtype=value.dtype)
        spread = 1.0 if training.trial.get("standardize_inputs") else statistics.shaped(value)[1]
        training.report.applied("input_noise", f"x + {wanted:g} * spread * randn, while training", to=wanted)
        return value + float(wanted) * spread * drawn

    _each(training, "input_noise", alter)
