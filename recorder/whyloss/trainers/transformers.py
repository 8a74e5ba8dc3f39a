"""Hugging Face: its Trainer's settings, steps, evaluations and logs, and models that were pretrained."""

import functools
import sys
import weakref

import torch

from ..pytorch import runs
from . import settings
from .around import argument, around, lacks

TASKS = {
    "ForCausalLM": "language-model", "LMHeadModel": "language-model", "ForMaskedLM": "language-model",
    "ForConditionalGeneration": "language-model", "ForPreTraining": "language-model",
    "ForTokenClassification": "classification", "ForMultipleChoice": "classification",
    "ForImageClassification": "classification", "ForAudioClassification": "classification",
    "ForSemanticSegmentation": "segmentation", "ForObjectDetection": "detection",
}  # fmt: skip
PROBLEMS = {"regression": "regression", "multi_label_classification": "multilabel"}

_pretrained = weakref.WeakSet()


class HuggingFace:
    """What the Trainer knows of the training that it runs. `handler` is its CallbackHandler."""

    def __init__(self, args, state, handler):
        self.args = args
        self.state = state
        self._handler = weakref.ref(handler)

    def position(self):
        """Steps and whole epochs that were trained before."""
        return int(self.state.global_step or 0), int(self.state.epoch or 0)

    def facts(self, say):
        """Settings of TrainingArguments, said of the run that has begun."""
        args, handler = self.args, self._handler()
        each, ranks = getattr(args, "train_batch_size", None), getattr(args, "world_size", 1)
        accumulated = getattr(args, "gradient_accumulation_steps", 1)
        quote = f"per_device_train_batch_size={getattr(args, 'per_device_train_batch_size', each)}, gradient_accumulation_steps={accumulated}"
        settings.batch(say, each, accumulated, ranks, quote)
        loader = getattr(handler, "train_dataloader", None)
        try:
            settings.steps(say, len(loader), accumulated, f"{len(loader)} batches, gradient_accumulation_steps={accumulated}")
        except TypeError:
            pass  # no loader yet, or one that does not know its length
        _say_args(say, args, self.state)
        model = getattr(handler, "model", None)
        if model is not None:
            of_model(say, model)


def _say_args(say, args, state):
    def shown(*names):
        return "TrainingArguments({})".format(", ".join(f"{name}={getattr(args, name, None)}" for name in names))

    most = settings.count(getattr(args, "max_steps", None))
    quote = shown("max_steps") if most else shown("num_train_epochs")
    say("epochs", settings.count(getattr(state, "num_train_epochs", None)), quote, firm=True)
    say("learning_rate", settings.positive(getattr(args, "learning_rate", None)), shown("learning_rate"))
    say("weight_decay", settings.positive(getattr(args, "weight_decay", None)), shown("weight_decay"))
    say("gradient_clip", settings.positive(getattr(args, "max_grad_norm", None)), shown("max_grad_norm"), firm=True)
    schedule = getattr(args, "lr_scheduler_type", None)
    if schedule is not None:
        schedule = str(getattr(schedule, "value", schedule))
        say("schedule", schedule, f"TrainingArguments(lr_scheduler_type={schedule})", firm=True)
    warmup = args.get_warmup_steps(state.max_steps) if hasattr(args, "get_warmup_steps") and state.max_steps else None
    say("warmup_steps", settings.count(warmup), shown("warmup_steps", "warmup_ratio"), firm=True)
    for name in ("fp16", "bf16"):
        if getattr(args, name, False) is True:
            say("precision", "mixed", f"TrainingArguments({name}=True)", firm=True)


def of_model(say, model):
    """What a model of transformers is, and whether it or a part of it was pretrained."""
    for module in model.modules():
        if module in _pretrained:
            say("pretrained", True, f"{type(module).__name__}.from_pretrained", firm=True)
            break
    config, name = getattr(model, "config", None), type(model).__name__
    if isinstance(getattr(config, "model_type", None), str) and config.model_type:
        say("model", config.model_type, name, firm=True)
    task = next((task for end, task in TASKS.items() if name.endswith(end)), None)
    if name.endswith("ForSequenceClassification"):
        labels = getattr(config, "num_labels", 2)
        task = PROBLEMS.get(getattr(config, "problem_type", None), "regression" if labels == 1 else "classification")
    say("task", task, name, firm=True)


def install(training, what):
    """Watch the models, or the Trainer, of the transformers that was imported."""
    if what == "models":
        _watch_models(training)
        return
    from transformers.trainer_callback import CallbackHandler

    trainer = sys.modules["transformers.trainer"].Trainer
    done = [
        around(training, CallbackHandler, "on_train_begin", lambda handler, args, _: _begun(training, handler, *args[:2])),
        around(training, CallbackHandler, "on_train_end", lambda handler, args, _: lambda _: runs.over(training)),
        around(training, CallbackHandler, "on_log", lambda handler, args, _: _logged(training, *args[1:4:2])),
        around(training, CallbackHandler, "on_evaluate", lambda handler, args, _: _evaluated(training, handler)),
    ]
    if not all(done):
        lacks("this version of transformers calls no callbacks that are known")
    around(training, trainer, "evaluate", lambda _, args, kwargs: _told(training, argument(args, kwargs, 2, "metric_key_prefix", "eval")))
    around(training, trainer, "predict", lambda _, args, kwargs: _told(training, "test"))
    around(training, trainer, "training_step", lambda trainer, args, kwargs: _divides(training, trainer, args, kwargs))
    from transformers import trainer_pt_utils

    smoother = getattr(trainer_pt_utils, "LabelSmoother", None)
    if smoother is not None:
        around(training, smoother, "__call__", lambda one, args, kwargs: lambda result: _smoothed(training, one, args, kwargs, result))


def _watch_models(training):
    kind = sys.modules["transformers.modeling_utils"].PreTrainedModel
    original = kind.__dict__.get("from_pretrained")
    if not isinstance(original, classmethod):
        return
    call = original.__func__

    @functools.wraps(call)
    def from_pretrained(cls, *args, **kwargs):
        found = call(cls, *args, **kwargs)
        model = found[0] if isinstance(found, tuple) and found else found
        try:
            _pretrained.add(model)
        except TypeError:
            pass
        return found

    kind.from_pretrained = classmethod(from_pretrained)
    training.models.append(of_model)


def _begun(training, handler, args, state):
    runs.another(training, HuggingFace(args, state, handler))


def _told(training, prefix):
    training.phases.told = "test" if "test" in str(prefix).lower() else None

    def after(_):
        training.phases.told = None

    return after


def _divides(training, trainer, args, kwargs):
    """What this Trainer divides each loss of an accumulation by: nothing where the model divides by all tokens."""
    tokens = argument(args, kwargs, 2, "num_items_in_batch")
    by_tokens = tokens is not None and (getattr(trainer, "model_accepts_loss_kwargs", False) or getattr(trainer, "compute_loss_func", None))
    steps = getattr(trainer, "current_gradient_accumulation_steps", None) or trainer.args.gradient_accumulation_steps
    training.divides = 1 if by_tokens else steps


def _logged(training, state, logs):
    if isinstance(logs, dict) and "train_runtime" not in logs and "train_loss" not in logs:
        training.logged(logs, int(state.global_step), state.epoch)


def _evaluated(training, handler):
    loader = getattr(handler, "eval_dataloader", None)
    held = settings.examples(loader)
    if held and training.begun:
        training.evidence.facts.say("examples_val", held, f"{type(loader.dataset).__name__} of {held} examples", firm=True)


def _smoothed(training, smoother, args, kwargs, result):
    """Its label smoothing, written out, is the loss of torch's own cross entropy with that argument."""
    outputs, labels = argument(args, kwargs, 0, "model_output"), argument(args, kwargs, 1, "labels")
    if not isinstance(result, torch.Tensor) or not isinstance(labels, torch.Tensor):
        return
    logits = outputs["logits"] if isinstance(outputs, dict) else outputs[0]
    if argument(args, kwargs, 2, "shift_labels", False):
        logits, labels = logits[..., :-1, :], labels[..., 1:]
    given = logits.reshape(-1, logits.shape[-1]), labels.reshape(-1)
    named = {"label_smoothing": float(smoother.epsilon), "ignore_index": int(smoother.ignore_index)}
    before = len(training.calls)
    training.lost("cross_entropy", given, named, result)
    parts = kwargs.get("num_items_in_batch")
    if parts is not None and len(training.calls) > before:
        # divided by the tokens of all batches of a step: seen as the sum that it was
        call = training.calls[-1]
        call.value, call.summed = call.value * parts, True
        call.size = (given[1] != named["ignore_index"]).sum()
