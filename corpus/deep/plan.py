"""The list of all runs with depth."""

import plan_frameworks
import plan_healthy
import plan_ill
import plan_keras
import plan_keras_healthy

RUNS = plan_ill.RUNS + plan_healthy.RUNS + plan_keras.RUNS + plan_keras_healthy.RUNS + plan_frameworks.RUNS

assert len({r["name"] for r in RUNS}) == len(RUNS), "two runs share a name"
