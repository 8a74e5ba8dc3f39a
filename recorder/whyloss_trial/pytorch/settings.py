"""Settings of optimizers other than the rate: momentum and weight decay."""

from .rates import factor_of


def momentum(training, wanted):
    """SGD's, or RMSprop's."""

    def value_of(optimizer, group, value, step):
        if value == wanted:
            training.report.refused("momentum", "same")
            return None
        training.report.applied("momentum", f"momentum {value:g} -> {wanted:g}", optimizer=type(optimizer).__name__, **{"from": value, "to": wanted})
        return float(wanted)

    training.settings.append(("momentum", training.guarded("momentum", value_of)))
    training.why["momentum"] = "unsupported"


def weight_decay(training, wanted):
    """The optimizer's; where some groups go without, as biases often do, they stay so."""
    factor = factor_of(wanted)

    def value_of(optimizer, group, value, step):
        decays = [one.get("weight_decay") for one in optimizer.param_groups]
        spared = value == 0 and any(one for one in decays)
        new = value * factor if factor is not None else 0.0 if spared else float(wanted)
        if new == value:
            if not spared:
                training.report.refused("weight_decay", "same")
            return None
        training.report.applied("weight_decay", f"weight_decay {value:g} -> {new:g}", optimizer=type(optimizer).__name__, **{"from": value, "to": new})
        return new

    training.settings.append(("weight_decay", training.guarded("weight_decay", value_of)))
    training.why["weight_decay"] = "unsupported"
