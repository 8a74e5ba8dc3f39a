"""The training as the recorder knows it in Keras: fits, epochs and steps, their losses, and close looks now and then."""

from time import perf_counter

from ..budget import Budget
from ..points import Facts, Points
from . import answer, values
from .batches import Batches, unpacked
from .describing import Describing
from .given import Given
from .looks import Looks
from .losses import Losses

FLUSH = 0.25
SPREAD = 1.5
"""times as far as the last one the next look stands where looks are dear"""
ORDERED = 64
"""steps whose labels are looked at where they come from no array"""


class Training:
    """One process's fits: those of one model that follow each other are one run."""

    def __init__(self, process):
        self.process = process
        self.stream = process.stream
        self.on = True
        self.begun = False
        self.runs = 0
        self.model = lambda: None
        self.silenced = None
        self._new_run()

    def _new_run(self):
        self.step = 0
        self.epochs = 0
        self.budget = Budget()
        self.points = Points(self.stream)
        self.facts = Facts(self.stream)
        self.losses = Losses(self.points)
        self.batches = Batches()
        self.evidence = None
        self.looks = None
        self.given = None
        self.fitting = False
        self.stepping = False
        self.single = False
        """whether the batches come one by one"""
        self.source = None
        self.steps = None
        """of an epoch, where it is known"""
        self.next = 1
        self.rate = None
        self.flushed = 0.0
        self.began = None
        self.sick = False

    def watch(self, model, optimizer):
        """Nothing is to be done: a model is met when it is fitted."""

    def fail(self, error):
        """Something of ours went wrong: say so once, and leave the training alone from here on."""
        if not self.on:
            return
        self.on = False
        why = f"{type(error).__name__}: {error}"[:300]
        self.stream.write({"k": "silent", "why": why})
        self.stream.flush()
        self.stream.stop(why)

    def forked(self):
        """In a forked child: it records anew if it trains."""
        self.begun = False
        self.model = lambda: None
        self.runs = 0
        self._new_run()

    # --- a fit ------------------------------------------------------------------------------------------------------

    def fits(self, model, arguments):
        """`fit` is called. `arguments`: its arguments by name."""
        if self.evidence is not None and self.model() is not model:
            self.end()
            self.runs += 1
            self._new_run()
        self.model = values.reference(model)
        self.given = Given(arguments)
        self.fitting = True
        self.source = None

    def train_begins(self, model, params):
        """Everything is built that is built before the first step. `params`: epochs and steps as Keras tells its callbacks."""
        begin = perf_counter()
        self._alone(True)
        first = self.evidence is None
        if not self.begun:
            self.begun = True
            self.process.begin("keras", answer.keras_of(model).__version__, self, backend=answer.backend(model))
        elif first:
            self.stream.write({"k": "run", "name": f"#{self.runs + 1}"})
        if first:
            self.evidence = Describing(self, model)
            self.looks = Looks(self, self.evidence)
        self.evidence.fit(self.given, params)
        self.steps = params.get("steps")
        self.losses.begin(self.given)
        self.stepping = True
        if self.began is None:
            self.began = begin
            self.budget.start(perf_counter() - begin)
            self.flushed = perf_counter()
        else:
            self.budget.charge(perf_counter() - begin)

    def train_ends(self):
        """`fit` is over, in order or not."""
        self._alone(False)
        self.fitting = self.stepping = False
        self.source = None
        self.batches.want(False)
        if self.evidence is not None:
            self.flush()

    def is_training(self, source):
        """Whether a source of batches is that of the training: the first that is met within `fit`."""
        if not self.fitting:
            return False
        if self.source is None:
            self.source = source
        return self.source is source

    def _alone(self, yes):
        """While Keras trains, the recorder of a framework below it is silent."""
        below = self.process.trainings.get("torch") if yes else self.silenced
        if below is not None and below.on is yes:
            below.on = not yes
            self.silenced = below if yes else None

    # --- steps ------------------------------------------------------------------------------------------------------

    def wants_batches(self):
        """Whether a batch of the epoch that begins may be wanted: passing them on costs a little each."""
        return self.steps is None or self.next <= self.step + self.steps or (self.step < ORDERED and not self.evidence.own_order)

    def step_begins(self):
        """The next step of the training is about to be taken."""
        if not self.stepping:
            return
        begin = perf_counter()
        if self.step + 1 >= self.next:
            self.looks.begin(self.step + 1)
        elif self.step < ORDERED and not self.evidence.own_order:
            self.batches.want(True)
        else:
            return
        self.budget.charge(perf_counter() - begin)

    def step_ends(self, count=1):
        """`count` steps were taken."""
        if not self.stepping:
            return
        self.step += count
        self.losses.stepped(self.step)
        self.evidence.mode("train")
        if self.step == count and answer.own_step(self.model()):
            self.losses.averaged = values.averaged(self.model())
        if not self.evidence.said:
            self.evidence.built()
        if self.looks.current is not None:
            begin = perf_counter()
            self.looks.end(self.step)
            # the first answer loads what the later ones have at hand
            self.budget.charge(perf_counter() - begin, sampled=self.looks.count > 1 and self.looks.usual)
            self._rate()
            # where an answer is dear the allowance is spread over more of the training
            self.next = max(self.budget.next(self.step), int(SPREAD * self.step) + 1 if self.looks.dear else 0)
        elif self.batches.wanted:
            self.evidence.batch(unpacked(self.batches.take()))
            self.batches.want(False)
        if perf_counter() - self.flushed > FLUSH:
            self.flush()

    def step_cut(self, batch, count):
        """An epoch ended in the step of this batch: it counts where Keras told of its end."""
        if self.losses.newest >= batch:
            self.step_ends(count)

    def batch_ended(self, batch, logs):
        """Keras tells a callback what the metrics stand at, after the batch with this number of its epoch."""
        self.losses.told(batch, logs)

    def evaluation_begins(self):
        """The model is evaluated within `fit`."""
        if self.stepping:
            self.evidence.mode("val")

    def epoch_begins(self):
        """An epoch begins."""
        self.losses.epoch_begins()
        self._rate()

    def epoch_ends(self, logs):
        """It is over; `logs`: means of the epoch, those of the validation with `val_` before their names."""
        begin = perf_counter()
        self.epochs += 1
        self.losses.epoch_ends(self.epochs, self.step, logs or {})
        self._rate()
        self.budget.charge(perf_counter() - begin)

    def _rate(self):
        """The rate where it changed, at looks and the ends of epochs: a callback or a schedule moves it."""
        model = self.model()
        rate = values.rate(model) if model is not None else float("nan")
        if rate == rate and rate != self.rate:
            self.rate = rate
            self.points.add("learning-rate", rate, max(1, self.step))

    def evaluated(self, model, x, logs):
        """`evaluate` was called outside of `fit` and gave these numbers by name."""
        if self.evidence is None or self.model() is not model or "loss" not in logs:
            return
        split = self.given.same(x)
        for name, value in logs.items():
            metric = self.losses.metric(name)
            if metric and split == "train" and metric == "loss":
                self.points.add("eval-loss-on-train", value, self.step, "train", epoch=max(1, self.epochs), mean="epoch")
            elif metric and split != "train":
                self.points.add(metric, value, self.step, split or "test", epoch=max(1, self.epochs), mean="epoch")

    # --- single batches ---------------------------------------------------------------------------------------------

    def batch_given(self, model, arguments):
        """`train_on_batch` is called: one step. Of several models that are trained so in turn, the first is followed."""
        other = self.evidence is None or self.model() is not model
        if other and self.single and self.model() is not None:
            return
        if other:
            self.fits(model, {})
            self.fitting = False
            self.single = True
            self.train_begins(model, {})
        self._alone(True)
        self.stepping = True
        self.step_begins()
        if self.batches.wanted:
            self.batches.last = tuple(arguments.get(name) for name in ("x", "y", "sample_weight"))

    def batch_taken(self, model, loss):
        """It has been taken. `loss`: that of the batch, or None."""
        self._alone(False)
        if not self.stepping or self.model() is not model:
            return
        if loss is not None:
            self.losses.one(self.step + 1, loss)
        self.step_ends()
        self.stepping = False

    # --- writing ----------------------------------------------------------------------------------------------------

    def flush(self):
        """Write what has come together."""
        begin = perf_counter()
        self.losses.write()
        bad, self.losses.first_bad = self.losses.first_bad, None
        if bad is not None and not self.sick:
            self.sick = True
            self.evidence.event("non-finite", bad[0], "loss", bad[1])
            self.next = self.step + 1
        self.points.write()
        self.evidence.write()
        self.process.text()
        self.stream.flush()
        self.flushed = perf_counter()
        self.budget.charge(self.flushed - begin)

    def end(self):
        """The run or the process ends."""
        if not self.on or self.evidence is None:
            return
        self.on = False
        try:
            self.looks.settle(wait=True)
            self.losses.write()
            self.evidence.last()
            self.flush()
        finally:
            self.on = True
        self.stream.write(self.budget.row(self.step))
        self.stream.flush()
