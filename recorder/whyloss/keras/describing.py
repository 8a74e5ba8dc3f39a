"""What is said of a run besides its losses: the model, what it was compiled with, and what it is fitted to."""

from ..order import Order
from . import answer, arrays, compiled, layers, values
from .healed import healed
from .quiet import quietly

REGRESSION = ("mse", "mae", "huber")
MOST = 5_000_000
"""values of a model of which copies are kept"""


class Describing:
    """The evidence of one run. `training` is its owner."""

    def __init__(self, training, model):
        self._of = training
        self._stream = training.stream
        self._model = values.reference(model)
        self._say = training.facts.say
        self._given = None
        self._learning = None
        self._row = None
        self._calls = 0
        self._ordered = -1
        self._modes = {}
        self.large = False
        self.said = False
        self.order = None
        self.own_order = False

    def rows(self, table, found):
        """Queue rows of a table, if there are any."""
        if found:
            self._stream.write({"k": "rows", "table": table, "rows": found})

    def event(self, event, step, text, value=None):
        """Queue an event."""
        row = {"k": "event", "event": event, "step": step, "text": text}
        if value is not None:
            row["value"] = value
        self._stream.write(row)

    # --- before the first step --------------------------------------------------------------------------------------

    @quietly
    def fit(self, given, params):
        """A fit begins."""
        model = self._model()
        self._say("framework", "keras", f"Keras {answer.keras_of(model).__version__} on {answer.backend(model)}")
        given.facts(self._say, params.get("epochs") or 1, params.get("steps"))
        found = compiled.loss(model)
        self._loss_facts(model, found)
        rate = values.rate(model)
        compiled.optimizer_facts(self._say, model, rate)
        if given.key != self._given:
            self._given = given.key
            self._data(model, given)
        if model.built and model.weights:
            self.layers(model, before=True)

    def _data(self, model, given):
        """The arrays that are fitted to, once, however often `fit` is called with them."""
        found = compiled.loss(model)
        if found is not None:
            given.ranges(self._say, found[1] in REGRESSION)
        names = [str(one).split("/")[-1] for one in getattr(model, "input_names", None) or []]
        for split in ("train", "val"):
            inputs, targets = given.rows(split, names)
            self.rows("inputs", inputs)
            self.rows("targets", targets)
        told = given.order()
        if told is not None:
            self.order, self.own_order = told, True
            self.rows("order", told.rows())

    def _loss_facts(self, model, found):
        if found is None:
            return
        name, canonical, logits, said = found
        self._say("loss_function", canonical, f"loss={name}")
        if logits is not None:
            self._say("from_logits", logits, f"{name}(from_logits={logits})")
        if canonical == "cross-entropy":
            self._say("task", "classification", f"loss={name}")
        elif canonical in REGRESSION:
            self._say("task", "regression", f"loss={name}")

    def layers(self, model, before):
        """The layers and the weights with which they begin. `before`: whether no step was taken yet."""
        learning = [id(one) for one in model.trainable_variables]
        if self.said and learning == self._learning:
            return
        self.said, self._learning = True, learning
        self.large = values.size(model) > MOST
        table = layers.rows(model)
        self.rows("layers", table)
        self.rows("optimizers", [compiled.optimizer_row(model, values.rate(model))])
        parameters = sum(one.get("parameters", 0) for one in table)
        self._say("parameters", parameters, f"{type(model).__name__} of {len(table)} layers")
        rates = [one["dropout"] for one in table if one.get("dropout")]
        if rates:
            self._say("dropout", max(rates), f"Dropout({max(rates)})")
        norms = [one["kind"] for one in table if "Normalization" in one["kind"] and one["kind"] != "Normalization"]
        if norms:
            self._say("batch_norm", any("Batch" in one for one in norms), norms[0])
        hidden = [one["activation"] for one in table if one.get("activation") not in (None, "linear")]
        out = compiled.last(model)
        if hidden and hidden[-1] == out:
            hidden = hidden[:-1]
        self._say("hidden_activations", sorted(set(hidden)), ", ".join(hidden)[:100] or "none in its layers")
        fixed = [one["name"] for one in table if one.get("trainable") is False and one.get("fanIn")]
        if fixed:
            self._say("frozen_layers", True, f"trainable=False: {', '.join(fixed)}")
        if not self.large:
            self._initial(model, before and self._of.step == 0)
        policy = str(getattr(getattr(model, "dtype_policy", None), "name", ""))
        if policy.startswith("mixed") or policy in ("float16", "bfloat16"):
            self._say("precision", "mixed" if policy.startswith("mixed") else {"float16": "fp16"}.get(policy, "bf16"), policy)

    def _initial(self, model, untouched):
        """The weights with which it begins. `untouched`: no step was taken; else those that no step can move are known."""
        known = zip(model.trainable_variables, values.copies(model, "trainable")) if untouched else ()
        rest = zip(model.non_trainable_variables, values.copies(model, "non_trainable"))
        self.rows("initialWeights", layers.initial_rows(model, {id(one): array for one, array in [*known, *rest]}))

    # --- while it trains --------------------------------------------------------------------------------------------

    def batch(self, batch):
        """Labels of a batch that came from no array."""
        labels = None if self.own_order or batch is None else arrays.plain(batch[1])
        if labels is None or arrays.kind(labels) is None or (labels.ndim > 1 and labels.shape[-1] > 1):
            return
        self.order = self.order or Order()
        self.order.batch(labels.reshape(-1)[:4096].tolist(), False)

    def batch_rows(self, look, name):
        """Inputs and targets of a batch that came from no array."""
        given = look.batch[0]
        many = list(given.items()) if isinstance(given, dict) else list(enumerate(given)) if isinstance(given, (list, tuple)) else [(0, given)]
        for key, one in many[:4]:
            row = arrays.describe(arrays.plain(one), look.step, "train", str(key))
            self.rows("inputs", [row] if row else [])
            if row and look.number == 1 and key in (0, "x") and row["type"] == "float":
                self._say("input_range", [row["min"], row["max"]], "first batch")
        row = arrays.describe(arrays.plain(look.batch[1]), look.step, "train", name, classes=True)
        self.rows("targets", [row] if row else [])
        if self._of.facts.knows("batch_size") is None and row:
            self._say("batch_size", row["shape"][0], f"a batch of {row['shape'][0]}")

    def call(self, model, found, output, target, loss):
        """The row of `lossCalls`: what the loss (as of compiled.loss) got. `output`, `target`: arrays; `loss`: of this batch."""
        name, canonical, logits, said = found
        self._calls += 1
        made_by = compiled.last(model)
        shape, wanted = list(output.shape), list(target.shape) if target is not None else []
        if len(shape) == len(wanted) + 1 and shape[-1] == 1:
            wanted = [*wanted, 1]  # Keras adds the axis itself
        if logits and made_by in ("softmax", "sigmoid") and healed(output, target, loss, made_by):
            said, made_by = [*said, f"logits from before the {made_by}"], "linear"
        row = {"loss": canonical, "name": name, "split": "train", "trains": True, "calls": self._calls, "inputFrom": made_by,
               "inputShape": shape, "targetShape": wanted, "reduction": compiled.reduction(model), "settings": said}  # fmt: skip
        if logits is not None:
            row["takesLogits"] = logits
        if made_by in ("softmax", "log-softmax"):
            row["inputAxis"] = len(shape) - 1
        if self._of.given is not None and self._of.given.weighted:
            row["settings"] = [*said, "class_weight"]
        changed = self._row is None or {**self._row, "calls": 0, "inputShape": 0} != {**row, "calls": 0, "inputShape": 0}
        self._row = row
        if changed:
            self.rows("lossCalls", [row])
            units = shape[-1] if len(shape) > 1 else 1
            self._say("output_units", int(units), f"{name} of {tuple(shape)}")
            self._say("output_activation", made_by, f"into {name}: {made_by}")
            if canonical == "cross-entropy" and len(shape) > 1:
                self._say("classes", int(units), f"{name} of {tuple(shape)}")

    def mode(self, phase):
        """Keras trains in train mode and evaluates in eval mode."""
        if phase not in self._modes:
            self._modes[phase] = True
            self.event("mode", self._of.step, phase, int(phase == "train"))

    @quietly
    def built(self):
        """The first step is over; a model that was built within it is told now."""
        model = self._model()
        if model.built and model.weights:
            self.layers(model, before=False)

    def write(self):
        """Queue the table `order` where it has grown to twice what was written."""
        if self.order is not None and not self.own_order and self.order.batches > max(3, 2 * self._ordered):
            self._ordered = self.order.batches
            self.rows("order", self.order.rows())

    def last(self):
        """The run ends: tables as they stand now."""
        if self.order is not None and not self.own_order:
            self.rows("order", self.order.rows())
        if self._row is not None:
            self.rows("lossCalls", [{**self._row, "calls": self._calls}])
