"""What the optimizers hold: their settings, their parameters, and those that the loss reaches and none of them holds."""

from ..stream import number, plain

KINDS = {"sgd": "sgd", "adam": "adam", "adamw": "adamw", "rmsprop": "rmsprop", "adagrad": "adagrad", "adadelta": "adadelta",
         "adamax": "adamax", "nadam": "nadam", "radam": "radam", "lbfgs": "lbfgs", "asgd": "asgd", "rprop": "rprop",
         "sparseadam": "sparse-adam", "adafactor": "adafactor", "lion": "lion", "lamb": "lamb", "lars": "lars"}  # fmt: skip
MOST_NAMES = 12
# these leave the penalty out of the gradient
DECOUPLED = ("adamw", "lion", "lamb")


def kind(optimizer):
    """The field's name of an optimizer."""
    name = type(optimizer).__name__
    return KINDS.get(name.lower().replace("_", ""), name)


def parameters(optimizer):
    """All parameters of all groups."""
    return [one for group in optimizer.param_groups for one in group["params"]]


def rate(optimizer):
    """The learning rate of the first group as a float; NaN where it is kept on a device."""
    value = optimizer.param_groups[0].get("lr")
    return float(value) if isinstance(value, (int, float)) else float("nan")


def settings(optimizer):
    """Plain settings of the first group."""
    group = optimizer.param_groups[0]
    return {key: value for key, value in group.items() if key != "params"}


def momentum(group):
    """Momentum, or Adam's first beta; None where it has neither."""
    if "momentum" in group:
        return group["momentum"]
    betas = group.get("betas")
    return betas[0] if isinstance(betas, (tuple, list)) and betas and isinstance(betas[0], (int, float)) else None


def row(index, optimizer, left_out):
    """A row of the table `optimizers`. `left_out`: names of trained parameters that no optimizer holds."""
    group = optimizer.param_groups[0]
    held = parameters(optimizer)
    out = {
        "id": index,
        "kind": kind(optimizer),
        "learningRate": number(rate(optimizer)),
        "settings": plain(settings(optimizer)),
        "groups": len(optimizer.param_groups),
        "parameters": sum(one.numel() for one in held),
        "frozen": sum(one.numel() for one in held if not one.requires_grad),
        "leftOut": len(left_out),
        "leftOutNames": left_out[:MOST_NAMES],
    }
    if momentum(group) is not None:
        out["momentum"] = number(float(momentum(group)))
    if isinstance(group.get("weight_decay"), (int, float)):
        out["weightDecay"] = number(float(group["weight_decay"]))
    return out


def facts(say, optimizer):
    """Its settings as facts."""
    group = optimizer.param_groups[0]
    shown = ", ".join(f"{key}={plain(value)}" for key, value in settings(optimizer).items() if value not in (None, False))
    quote = f"{type(optimizer).__name__}({shown})"
    say("optimizer", kind(optimizer), quote)
    value = rate(optimizer)
    if value == value:
        # a warmup begins far below the rate that was set
        base = group.get("initial_lr")
        say("learning_rate", max(value, float(base)) if isinstance(base, (int, float)) else value, quote)
    if isinstance(group.get("weight_decay"), (int, float)):
        say("weight_decay", float(group["weight_decay"]), quote)
    if momentum(group) is not None:
        say("momentum", float(momentum(group)), quote)


def penalty(optimizer):
    """Half the weight decay times the squared weights, as a float: the part that decay adds to the loss; None where it has none."""
    if kind(optimizer) in DECOUPLED:
        return None
    total = 0.0
    for group in optimizer.param_groups:
        decay = group.get("weight_decay")
        if isinstance(decay, (int, float)) and decay > 0 and not group.get("decoupled_weight_decay"):
            total += 0.5 * decay * sum(float((one.detach() ** 2).sum()) for one in group["params"])
    return total if total > 0 else None
