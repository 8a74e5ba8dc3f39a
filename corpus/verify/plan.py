"""Which runs of corpus/deep are tried: faults that a change inside the process can mend, and healthy runs."""

# faults of corpus/deep -> nothing is asked of those that only hands can mend: what the data are, what is missing in the code
MENDABLE = {
    "torch": """rate-high rate-high-diverging rate-low sgd adadelta sgd-on-scales batch-large batch-small dropout weight-decay
        half-softmax short dead-units tanh-wide tanh-on-raw sharp-output output-bias wide-output deep-sigmoid recurrent-sigmoid
        deep-wide-init recurrent-relu init-zero init-constant init-normal init-tiny bn-momentum other-model zero-rate
        part-left-out not-cleared relu-output sigmoid-output tanh-output relu-logits softmax-twice logits-into-nll
        sigmoid-twice softmax-of-one hidden-sigmoid mse-on-ids pixels pixels-sgd raw-inputs raw-targets sorted missing""",
    "keras-tensorflow": """rate-high rate-low sgd adadelta batch-large dropout penalty dead-units deep-sigmoid tanh-wide init-zero
        init-constant init-normal bn-momentum part-left-out softmax-twice no-softmax relu-output tanh-output
        softmax-of-one sigmoid-twice mse-on-ids raw-inputs raw-targets sorted missing""",
}
HEALTHY = {"torch": 14, "keras-tensorflow": 6}
# of a fault so many runs that are not held out, and so many that are
OPEN, HELD = 1, 1


def cases(runs):
    """The runs that are tried, of all that corpus/deep plans."""
    for framework, faults in MENDABLE.items():
        own = [one for one in runs if one["framework"] == framework and not one["first"]]
        for fault in faults.split():
            these = [one for one in own if one["fault"] == fault]
            yield from [one for one in these if not one["heldOut"]][:OPEN]
            yield from [one for one in these if one["heldOut"]][:HELD]
        healthy = [one for one in own if one["fault"] is None and not one["hard"]]
        # spread over the programs, not all of the first one
        step = max(1, len(healthy) // HEALTHY[framework])
        yield from healthy[::step][: HEALTHY[framework]]
