"""Another optimizer in the place of the user's: the same object, so that schedules, states and zero_grad go on, of another class."""

from collections import defaultdict

import torch

from . import rates

USUAL = {
    "adam": ("Adam", 1e-3, {}),
    "adamw": ("AdamW", 1e-3, {}),
    "sgd": ("SGD", 1e-2, {"momentum": 0.9}),
    "rmsprop": ("RMSprop", 1e-3, {}),
}


def optimizer(training, wanted):
    """Each optimizer becomes another before its first step; its rate is the usual one, along the user's schedule."""
    name, usual, more = USUAL[wanted]
    kind = getattr(torch.optim, name)
    factor = rates.factor_of(training.trial.get("learning_rate"))
    given = training.trial.get("learning_rate")
    rate = usual * factor if factor is not None else float(given) if given is not None else usual

    def become(one):
        if one in training.replaced or training.steps.count(one) or not one.param_groups:
            return
        if type(one) is kind and all(group.get("momentum") for group in one.param_groups if wanted == "sgd"):
            training.report.refused("optimizer", "same")
            return
        own, own_rate = type(one).__name__, rates.base(one.param_groups[0])
        _become(training, one, kind, rate, more)
        training.replaced.add(one)
        decay = one.param_groups[0].get("weight_decay", 0.0)
        to = {"from": own, "to": name, "from_rate": own_rate, "rate": rate, "weight_decay": decay, **more}
        training.report.applied("optimizer", f"{own}(lr={own_rate:g}) -> {name}(lr={rate:g})", **to)
        if given is not None:
            training.report.applied("learning_rate", f"lr {usual:g} -> {rate:g} of {name}", optimizer=name, **{"from": usual, "to": rate})

    def value_of(one, group, value, step):
        if one not in training.replaced:
            return None
        own = rates.base(one.param_groups[0])
        return rate * (float(value) / own) if own > 0 else rate

    become = training.guarded("optimizer", become)
    training.at_first.append(lambda *_: [become(one) for one in training.steps.optimizers()] and None)
    training.before_step.append(lambda one: become(one))
    training.settings.append(("lr", training.guarded("optimizer", value_of)))
    training.why["optimizer"] = "no-optimizer"


def _become(training, one, kind, rate, more):
    """Change the class, with the settings that it needs and no state."""
    defaults = kind([torch.zeros(1, requires_grad=True)], lr=rate, **more).defaults
    training.steps.wrap(kind)
    for group in one.param_groups:
        for key, value in defaults.items():
            if key != "lr" and not (key in group and key in ("weight_decay", "maximize")):
                group[key] = value
    one.defaults = {**one.defaults, **{key: value for key, value in defaults.items() if key != "lr"}}
    one.state = defaultdict(dict)
    one.__class__ = kind
