"""The healthy twin of a run: the same training without the change, trained once without the recorder and kept."""

import hashlib
import json
import os

import patch
import train

WORK = os.path.join(os.path.dirname(patch.HERE), ".work", "deep")


def scores(run):
    """The scores of the twin, from the work folder where it was trained before. Raises RuntimeError where it fails."""
    twin = run["twin"]
    built = patch.build(run["program"], {**twin["settings"], "seed": run["seed"]}, twin["changes"], run["strength"])
    key = hashlib.sha256(json.dumps([*built, twin["first"], run["framework"]]).encode()).hexdigest()[:16]
    path = os.path.join(WORK, f"{run['program']}-{key}.json")
    if not os.path.exists(path):
        os.makedirs(WORK, exist_ok=True)
        found, printed, _, code = train.train(
            run["program"], twin["settings"], twin["changes"], run["strength"], run["seed"], first=twin["first"],
            framework=run["framework"])
        if code:
            raise RuntimeError(f"the twin of {run['name']} failed:\n{printed[-2000:]}")
        with open(path + ".part", "w", encoding="utf-8") as f:
            json.dump(found, f)
        os.replace(path + ".part", path)
    with open(path, encoding="utf-8") as f:
        return json.load(f)
