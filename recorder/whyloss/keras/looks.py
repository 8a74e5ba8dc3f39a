"""Close looks at single steps: when they are taken, and what is asked of the batch once more."""

from time import perf_counter

from ..budget import ALLOWANCE
from ..stream import number, numbers
from . import answer, arrays, compiled, layers
from .batches import unpacked
from .look import TINY, Look
from .quiet import quietly

AGAIN = (1, 2, 3, 4, 6, 8, 10, 12, 16, 20, 24, 28, 32, 36, 40, 48, 56, 64, 80, 96, 112, 128)
"""looks at which the batch is answered once more after the step"""
TWICE = (6, 12, 16, 20, 24, 28, 32, 36, 40, 48, 56, 64)
"""looks at which the loss is also taken in eval mode"""
EXAMPLES = (3, 8, 16, 24, 32, 48, 64)
"""looks at which the losses of single examples are told"""
MOST_EXAMPLES = 64
MOST_WAITING = 24


class Looks:
    """Of one run. `training` is its owner, `evidence` what is said of the run."""

    def __init__(self, training, evidence):
        self._of = training
        self._evidence = evidence
        self._asking = None
        self._refused = False
        self._waiting = []
        self._listed = []
        self._unmoved = 0
        self._cost = 0.0
        self.current = None
        self.count = 0
        self.usual = True
        """whether the newest look cost what looks cost here: one that was too dear to ask is none"""

    @quietly
    def begin(self, step):
        """The step that begins now is looked at."""
        model = self._of.model()
        if not model.built:
            return  # it is built within its first step
        self.current = Look(step, model, self._evidence.large)
        self._of.batches.want(not self._refused)

    @quietly
    def end(self, step):
        """It has been taken."""
        model, look = self._of.model(), self.current
        self.current = None
        batch = self._of.batches.take()
        self._of.batches.want(False)
        self.count += 1
        if batch is not None:
            batch = unpacked(batch)
            self._evidence.batch(batch)
        # of several steps at once, and of gradients that are gathered first, none is told apart
        moves = look.step == step and not compiled.config(compiled.optimizer(model)).get("gradient_accumulation_steps")
        look.ended(batch, self.count)
        look.movement(layers.owners(model), moves)
        could = batch is not None and not look.large and not self._refused
        asked = could and self._affordable()
        if not (asked and self._ask(look, moves)):
            self._plain(look, moves)
        self.usual = asked or not could

    def _plain(self, look, moves):
        """A look that is told as it is, after those that wait."""
        if self._waiting:
            self._waiting.append((look, moves, False))
        else:
            self._write(look)

    @property
    def dear(self):
        """Whether an answer takes more than a hundredth of the allowance."""
        return self._cost > 0.01 * ALLOWANCE

    def _affordable(self):
        """Two are always asked; of a slow model, whose answers take as long as its steps, few more."""
        return self.count < 3 or self._of.budget.affords(self._cost, self._of.step)

    def _ask(self, look, moves):
        """Have the batch answered once more; False where that cannot be."""
        model = self._of.model()
        if not answer.answerable(model):
            self._refused = True
            return False
        try:
            if self._asking is None:
                self._asking = answer.open_for(model)
            if hasattr(self._asking, "begin") and not self._asking.ready():
                self._asking.begin(look.before, look.rest, look.batch)
                self._waiting.append((look, moves, sum(one[2] for one in self._waiting) < MOST_WAITING))
                return True
            self.settle()
            begin = perf_counter()
            answered = self._answered(look, moves)
            self._cost = perf_counter() - begin
            return answered
        except Exception:
            # a model that cannot be asked outside of its training stays unasked
            self._refused = True
            self.settle()
            return False

    @quietly
    def settle(self, wait=False):
        """Write the looks that waited for a compiler. `wait`: at the end, once it is done."""
        waiting, self._waiting = self._waiting, []
        if not waiting:
            return
        try:
            ready = not self._refused and self._asking.ready(wait)
        except Exception:
            self._refused, ready = True, False
        for look, moves, asked in waiting:
            try:
                done = ready and asked and self._answered(look, moves)
            except Exception:
                self._refused, ready, done = True, False, False
            if not done:
                self._write(look)

    def _answered(self, look, moves):
        ask = self._asking.ask
        found = ask(look.before, look.rest, look.batch)
        if found is None:
            return False
        foretold = look.gradients(found.gradients, layers.owners(self._of.model()), found.loss)
        look.activity(found.outputs)
        if moves and look.number in AGAIN:
            after = ask(look.after, look.rest, look.batch)
            look.whole["step-foretold"] = foretold
            look.whole["step-change"] = (after.loss - found.loss) / max(abs(found.loss), TINY)
        if look.number in TWICE and self._two_modes():
            in_eval = ask(look.before, look.rest, look.batch, training=False)
            if in_eval is not None:
                self._of.points.add("eval-loss-on-train", in_eval.loss, look.step)
        if found.penalty:
            self._of.points.add("data-loss", found.loss - found.penalty, look.step)
            self._of.points.add("penalty", found.penalty, look.step)
        self._saw(look, found)
        self._write(look)
        return True

    def _two_modes(self):
        return self._of.facts.knows("dropout") or self._of.facts.knows("batch_norm")

    def _saw(self, look, found):
        """The output of the model, as its loss got it."""
        model, evidence = self._of.model(), self._evidence
        told = compiled.loss(model)
        # the first four write tables, then those at doubling distances
        if look.number <= 4 or look.number & (look.number - 1) == 0:
            row = arrays.describe(found.output, look.step, "train", told[0] if told else "output", classes=True)
            evidence.rows("outputs", [row] if row else [])
            if not self._of.given.train[0]:
                evidence.batch_rows(look, told[0] if told else "target")
        if found.output is None:
            return
        target = arrays.plain(look.batch[1])
        if told:
            evidence.call(model, told, found.output, target, found.loss - found.penalty)
        if look.number in EXAMPLES:
            each = answer.each(model, look.batch[1], found.output)
            if each is not None:
                losses = numbers(each[:MOST_EXAMPLES], 4)
                self._of.stream.write({"k": "examples", "step": look.step, "split": "train", "loss": losses})

    def _write(self, look):
        names = look.named()
        if set(names) - set(self._listed):
            self._listed = list(dict.fromkeys(self._listed + names))[: layers.MOST_LAYERS]
            self._of.stream.write({"k": "names", "layers": self._listed})
        self._of.stream.write(look.row(self._listed))
        self._unmoved += not look.moved
        if not look.moved and self._unmoved & (self._unmoved - 1) == 0:
            norm = look.whole.get("gradient-norm", 0.0)
            self._evidence.event("not-moved", look.step, f"no weight moved, gradient norm {norm:.3g}", number(norm))
