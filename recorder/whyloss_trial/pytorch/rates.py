"""The learning rate: another one, a warmup, a cosine, and the test over a range of rates."""

import math


def base(group):
    """The rate a group was given, whatever a schedule makes of it now."""
    for key in ("max_lr", "initial_lr", "lr"):
        value = group.get(key)
        if isinstance(value, (int, float)) and value > 0:
            return float(value)
    value = group.get("lr")
    return float(value) if value is not None else 0.0


def factor_of(value):
    """0.1 of "x0.1"; None of a number."""
    return float(value[1:]) if isinstance(value, str) and value.startswith("x") else None


def learning_rate(training, wanted):
    """Every rate of every group times a factor; a number stands for the factor that makes it of the first rate."""
    factor, first = factor_of(wanted), {}
    rising = set()

    def rate(optimizer, group, value, step):
        if optimizer in training.replaced or value is None:
            return None
        own = base(optimizer.param_groups[0])
        times = factor
        if times is None:
            # all optimizers keep their proportion
            first.setdefault("rate", own)
            times = float(wanted) / first["rate"] if first["rate"] > 0 else None
        training.report.applied(
            "learning_rate", f"lr {own:g} -> {own * times if times is not None else float(wanted):g}",
            optimizer=type(optimizer).__name__, **{"from": own, "to": own * times if times is not None else float(wanted)})  # fmt: skip
        if float(value) > 0:
            rising.add(id(optimizer))
        elif factor is None and id(optimizer) not in rising:
            # a schedule that never leaves 0 is overruled, one that rises from it is met for one step
            return float(wanted)
        return value * times if times is not None else float(wanted)

    training.settings.append(("lr", _safe(training, "learning_rate", rate)))
    training.why["learning_rate"] = "no-optimizer"


def _safe(training, change, function):
    return training.guarded(change, function)


def warmup_steps(training, wanted):
    """The rate rises from 0 to its own over so many steps."""
    if isinstance(wanted, str) and not training.trial.steps:
        training.report.refused("warmup_steps", "unsupported", error="the length of the run is unknown")
        return

    def rate(optimizer, group, value, step):
        steps = max(1, round(float(wanted.rstrip("%")) / 100 * training.total()) if isinstance(wanted, str) else int(wanted))
        training.report.applied("warmup_steps", f"lr * min(1, step / {steps})", steps=steps)
        return value * min(1.0, (step + 1) / steps)

    training.settings.append(("lr", _safe(training, "warmup_steps", rate)))
    training.why["warmup_steps"] = "no-optimizer"


def schedule(training, wanted):
    """The rate falls to 0 over the run along half a cosine."""
    if wanted != "cosine" or not training.trial.steps:
        training.report.refused("schedule", "unsupported", error="the length of the run is unknown")
        return

    def rate(optimizer, group, value, step):
        steps = training.total()
        training.report.applied("schedule", f"CosineAnnealingLR(T_max={steps}), a step a batch", steps=steps, to="cosine")
        return value * 0.5 * (1.0 + math.cos(math.pi * min(step, steps) / steps))

    training.settings.append(("lr", _safe(training, "schedule", rate)))
    training.why["schedule"] = "no-optimizer"


def range_test(training, wanted):
    """The rate rises by a constant factor a step."""
    low, high, steps = float(wanted["from"]), float(wanted["to"]), max(2, int(wanted["steps"]))

    def rate(optimizer, group, value, step):
        training.report.applied("range_test", f"lr from {low:g} to {high:g} in {steps} steps", **wanted)
        first = base(optimizer.param_groups[0])
        share = base(group) / first if first > 0 else 1.0
        return share * low * (high / low) ** (min(step, steps - 1) / (steps - 1))

    training.settings.append(("lr", _safe(training, "range_test", rate)))
    training.why["range_test"] = "no-optimizer"
