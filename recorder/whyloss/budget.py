"""When to look closely: the cost of looking is measured, and kept below a share of the training's own time."""

from time import perf_counter

ALLOWANCE = 0.2
"""seconds that the start may cost beyond the share"""
AMPLE = 0.5
"""of the allowance, for what is costly; the rest is for plain looks"""
SHARE = 0.007
"""of the training's time; a third of the promised 1 % is left for what no clock sees"""
FAST = 12e-6
"""seconds that a step costs which is not looked at: wrappers and one `item()`, measured warm and cold"""
OFTEN = 60.0
"""seconds after which a long training is looked at again"""
SPREAD = 8
"""looks for each e-fold of steps"""


class Budget:
    """Seconds spent, and the step at which the next look is due."""

    def __init__(self):
        self.begun = None
        self.spent = 0.0
        self.startup = 0.0
        self.sampled = 0
        self._cost = 0.002

    def start(self, startup):
        """The first step begins now; `startup` seconds went into getting ready."""
        self.begun = perf_counter()
        self.startup = startup
        self.spent = startup

    def charge(self, seconds, sampled=False):
        """Seconds that were spent; `sampled` where they were one close look."""
        self.spent += seconds
        if sampled:
            self.sampled += 1
            # hooks and cold caches are not in what the clock saw
            self._cost += 0.3 * (1.4 * seconds - self._cost)

    def elapsed(self):
        """Seconds since the first step."""
        return perf_counter() - self.begun if self.begun is not None else 0.0

    def ample(self, step):
        """Whether a look may cost several times what it must: enough is left for the looks that follow."""
        return self.spent + FAST * step < AMPLE * ALLOWANCE + SHARE * self.elapsed()

    def affords(self, seconds, step):
        """Whether so much may be spent now."""
        return self.spent + FAST * step + seconds < ALLOWANCE + SHARE * self.elapsed()

    def next(self, step):
        """The step to look at after `step` was looked at."""
        elapsed = self.elapsed()
        per_step = max(elapsed / max(1, step), 1e-6)
        spread = max(1, min(step // SPREAD, int(OFTEN / per_step)))
        lacking = self.spent + FAST * step + self._cost - ALLOWANCE - SHARE * elapsed
        if lacking <= 0:
            return step + spread
        # every step earns its share, less what it costs unlooked
        earned = SHARE * per_step - FAST
        if earned <= 0:
            return step + max(spread, int(OFTEN / per_step))
        return step + max(spread, int(lacking / earned) + 1)

    def row(self, step):
        """What was measured, as a line of the stream."""
        return {
            "k": "cost",
            "steps": step,
            "seconds": round(self.elapsed(), 4),
            "spent": round(self.spent, 5),
            "startup": round(self.startup, 5),
            "sampled": self.sampled,
        }
