"""The list of all runs with depth."""

import plan_frameworks
import plan_healthy
import plan_ill

RUNS = plan_ill.RUNS + plan_healthy.RUNS + plan_frameworks.RUNS

assert len({r["name"] for r in RUNS}) == len(RUNS), "two runs share a name"
