"""The list of runs: each names its script and options, what is wrong with it, and what its owner would ask."""

import plan_keras
import plan_torch

RUNS = plan_torch.RUNS + plan_keras.RUNS

assert len({r["name"] for r in RUNS}) == len(RUNS), "two runs share a name"
