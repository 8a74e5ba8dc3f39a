"""One entry of the plan."""

import rates

RATES = rates.load()
HELD_OUT_DATA = ("wine", "help-texts")
INPUTS = {"csv": "log.csv", "history": "history.json", "events": "events"}


def entry(framework, dataset, about, seed, options, style, question="", lang="en", **more):
    """
    A run. `about` is the fault with its strength ("lr-too-high/strong") or "healthy", then a label; `options` may hold
    {base-name} for the best rate of a sweep. More: accept, expect, verdict, script, name, twin, noise, architecture.
    """
    fault, _, strength = about.partition("/")
    healthy = fault.startswith("healthy")
    label = about.replace("/", "-")
    options += " --summary" if more.get("summary") else ""
    script = more.get("script", f"{framework}_train.py")
    parts = [f"--data {dataset}"] if script.endswith("_train.py") else []
    parts += [options] if options else []
    if not healthy:
        parts.append(f"--fault {more.get('switch', fault)}")
        parts.append(f"--strength {strength or 'strong'}")
    parts += [f"--seed {seed}", f"--style {style}"]
    best = {name.replace("-", "_"): rate for name, rate in RATES.items()}
    return {
        "name": more.get("name", f"{framework}-{dataset}-{label}-{seed}"),
        "framework": framework,
        "script": script,
        "options": " ".join(parts).format(**best),
        "twin": more.get("twin", "").format(**best),
        "fault": None if healthy else fault,
        "strength": None if healthy else strength or "strong",
        "seed": seed,
        "dataset": dataset,
        "architecture": more.get("architecture", "mlp"),
        "style": style,
        "input": INPUTS.get(style, "log.txt") if framework == "keras" else "log.txt",
        "verdict": more.get("verdict", "healthy" if healthy else "ill"),
        "accept": more.get("accept", ["healthy"]),
        "expect": more.get("expect", ["good"] if healthy else []),
        "heldOut": dataset in HELD_OUT_DATA or more.get("architecture") == "char-rnn",
        "language": lang,
        "question": question,
        "noise": more.get("noise", False),
        "facts": more.get("facts", {}),
    }
