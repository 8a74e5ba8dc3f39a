"""One entry of the plan: which base, with which change at which strength and seed, and which answers are right."""

import bases
import rates

RATES = rates.load()
FACTORS = {"mild": 5, "middle": 20, "strong": 100}
SHARES = {"mild": 8, "middle": 2, "strong": 1}
BATCHES = {"mild": 4, "middle": 2, "strong": 1}
# examples in training (where a program splits otherwise, its own), and the names of its settings of batch and length
SIZES = {
    "digits": 1347, "cancer": 426, "iris": 112, "wine": 133, "diabetes": 353, "ascent": 340, "docstrings": 180_000, "ecg": 4500,
    ("tcn", "ecg"): 1795, ("tcn", "digits"): 1438, ("rows", "digits"): 1400, ("autoencoder", "digits"): 1500}
BATCH = {"classify": "batch-size", "rows": "batch-size"}
# epochs, where it says nothing else
LENGTH = {"tinygpt": "steps", "forecast": "iterations", "tcn": "max_epochs"}


def rate_of(base, factor=1.0):
    """The best rate of a base times a factor, as one writes it."""
    return float(f"{RATES[base] * factor:.2g}")


def entries(label, accept, change, places, settings=None, **more):
    """
    A list of runs. `places` are words "base[/strength] seed"; `change` is a list of changes, or a function of the base
    and the strength that gives settings; `settings` go to each. `accept` starts with what was done; `healthy` at its
    head makes a healthy run. More: `fatal`, `first` (settings of a training before it), `twin` (changes of the healthy twin),
    `alike` (settings of the twin too), `resumed` (the twin has that training before it as well), `names` (changes instead of the base's own), `hard`,
    `framework` (whose family has the base; PyTorch otherwise).
    """
    return [one(label, accept.split(), change, place, settings or {}, more) for place in places.split(",")]


def one(label, accept, change, place, settings, more):
    where, seed = place.split()
    title, _, strength = where.partition("/")
    framework = more.get("framework", "torch")
    base = bases.named(title, framework)
    program, dataset, architecture, own, names = bases.BASES[base]
    usual = {**own, **({"lr": rate_of(base)} if base in RATES else {})}
    settings = {**usual, **settings}
    if callable(change):
        usual, settings, added = settings, {**settings, **change(base, strength)}, ()
    else:
        added = tuple(change.split())
    healthy = accept[0] == "healthy"
    parts = ["" if framework == "torch" else framework, title, label, strength, seed]
    return {
        "name": "-".join(part for part in parts if part),
        "base": base,
        "framework": framework,
        "program": program,
        "dataset": dataset,
        "architecture": more.get("architecture", architecture),
        "settings": settings,
        "changes": (*more.get("names", names), *added),
        "twin": {
            "settings": {**usual, **more.get("alike", {})},
            "changes": (*names, *more.get("twin", "").split()),
            "first": more.get("first") if more.get("resumed") else None,
        },
        "fault": None if healthy else label,
        "strength": strength or None,
        "seed": int(seed),
        "verdict": "healthy" if healthy else "ill",
        "accept": accept,
        "fatal": more.get("fatal"),
        "first": more.get("first"),
        "hard": more.get("hard", False),
        "heldOut": dataset in bases.HELD_OUT_DATA or architecture in bases.HELD_OUT_ARCHITECTURES,
    }


def rate(times):
    """A rate that is a factor off the best one, up or down."""
    return lambda base, strength: {"lr": rate_of(base, FACTORS[strength] if times > 0 else 1 / FACTORS[strength])}


def large_batch(base, strength):
    """A share of the training set in each batch."""
    program, dataset = bases.BASES[base][:2]
    examples = SIZES.get((program, dataset)) or SIZES[dataset]
    return {BATCH.get(program, "batch"): examples // SHARES[strength]}


def small_batch(length):
    """One, two or four examples in a batch, for as long as is told."""
    def settings(base, strength):
        program = bases.BASES[base][0]
        return {BATCH.get(program, "batch"): BATCHES[strength], LENGTH.get(program, "epochs"): length}
    return settings


def short(length):
    """A training that ends early."""
    return lambda base, strength: {LENGTH.get(bases.BASES[base][0], "epochs"): length}
