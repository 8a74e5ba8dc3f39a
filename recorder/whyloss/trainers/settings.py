"""What trainers say of their settings, in the words of src/record/fact.ts."""

import math


def count(value):
    """A whole number of at least 1, or None: trainers take -1, 0, None and infinity for what is not set."""
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
        return None
    return int(value) if value >= 1 and value == int(value) else None


def positive(value):
    """A finite number above 0 as a float, or None."""
    return float(value) if isinstance(value, (int, float)) and 0 < value < math.inf else None


def precision(said):
    """The field's word for a trainer's precision, e.g. of `16-mixed`, `bf16`, `32-true`; None of one that is not known."""
    said = str(said).lower()
    if said.endswith("-true"):
        said = said[:-5]
        return {"16": "fp16", "fp16": "fp16", "bf16": "bf16", "32": "fp32"}.get(said)
    if said in ("16", "bf16", "fp16", "16-mixed", "bf16-mixed"):
        return "mixed"
    return "fp32" if said in ("32", "no", "fp32") else None


def batch(say, loader_batch, accumulated, ranks, quote):
    """The examples of one optimizer step, where a trainer gathers them from several batches."""
    if loader_batch and (accumulated > 1 or ranks > 1):
        say("batch_size", loader_batch * accumulated * ranks, quote, firm=True)


def steps(say, batches, accumulated, quote):
    """Optimizer steps of an epoch."""
    if batches and accumulated > 1:
        say("steps_per_epoch", max(1, math.ceil(batches / accumulated)), quote, firm=True)


def examples(loader):
    """How many examples a loader has, or None."""
    try:
        return len(loader.dataset)
    except (AttributeError, TypeError, NotImplementedError):
        return None
