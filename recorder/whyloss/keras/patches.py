"""The wrappers around Keras' own functions: `fit`, what gives it its batches, and `evaluate`.

Each calls what it wraps exactly once with what it was given, a callback more in `fit`; whatever goes wrong on our
side is caught, and from then on only the original is called.
"""

import functools
import importlib
import inspect

from ..guard import guarded
from . import arrays, values
from .callback import callback_for


def patch(keras, training):
    """Put all wrappers in place."""
    _wrap(_owner(keras.Model, "fit"), "fit", lambda original: _fit(keras, training, original))
    _wrap(_owner(keras.Model, "evaluate"), "evaluate", lambda original: _evaluate(training, original))
    _wrap(_owner(keras.Model, "train_on_batch"), "train_on_batch", lambda original: _train_on_batch(training, original))
    for kind in _sources():
        steps = "_enumerate_iterator" if hasattr(kind, "_enumerate_iterator") else "enumerate_epoch"
        for name, wrapper in (("_get_iterator", _iterator), (steps, _steps)):
            if name in kind.__dict__:
                _wrap(kind, name, lambda original, wrapper=wrapper: wrapper(training, original))
    if not _sources():
        _wrap(_handler(keras), "__init__", lambda original: _handled(training, original))
        _wrap(_handler(keras), "steps", lambda original: _steps(training, original))


def _owner(kind, name):
    return next(one for one in kind.__mro__ if name in one.__dict__)


def _sources():
    """The classes that give a training of Keras 3 its batches, a base and what a backend makes of it; none of Keras 2."""
    try:
        from keras.src.trainers.epoch_iterator import EpochIterator
    except ImportError:
        return []
    return [EpochIterator, *_below(EpochIterator)]


def _handler(keras):
    """The class that gives a training of Keras 2 its batches."""
    for path in ("src.engine", "engine"):
        try:
            return importlib.import_module(f"{keras.__name__}.{path}.data_adapter").DataHandler
        except ImportError:
            continue
    raise ImportError("its data adapters are unknown")


def _below(kind):
    return [one for child in kind.__subclasses__() for one in [child, *_below(child)]]


def _wrap(owner, name, wrapper):
    original = owner.__dict__[name]
    setattr(owner, name, functools.wraps(original)(wrapper(original)))


def _fit(keras, training, original):
    signature = inspect.signature(original)

    def fit(model, *args, **kwargs):
        if not training.on or training.fitting:
            return original(model, *args, **kwargs)
        try:
            bound = signature.bind(model, *args, **kwargs)
            bound.apply_defaults()
            training.fits(model, dict(bound.arguments))
            given = bound.arguments.get("callbacks")
            ours = callback_for(keras, training)
            if hasattr(given, "append") and hasattr(given, "set_model"):
                ours.set_model(model)
                given.append(ours)  # a list that Keras made for the user
                ours.set_params(getattr(given, "params", None) or {})
            else:
                listed = list(given) if isinstance(given, (list, tuple)) else [given] if given is not None else []
                if not any(getattr(one, "whyloss", None) is training for one in listed):
                    bound.arguments["callbacks"] = [*listed, ours]
            args, kwargs = bound.args[1:], bound.kwargs
        except Exception as error:
            training.fail(error)
        try:
            return original(model, *args, **kwargs)
        finally:
            guarded(training, training.train_ends)

    return fit


def _evaluate(training, original):
    signature = inspect.signature(original)

    def evaluate(model, *args, **kwargs):
        if not training.on or training.fitting:
            return original(model, *args, **kwargs)
        result = original(model, *args, **kwargs)
        try:
            x = signature.bind(model, *args, **kwargs).arguments.get("x")
            named = result if isinstance(result, dict) else dict(zip(model.metrics_names, result if isinstance(result, (list, tuple)) else [result]))
            if named.get("compile_metrics") is not None and isinstance(result, (list, tuple)) and len(result) == 2:
                named = {"loss": result[0], **{one.name: result[1] for one in getattr(model, "_compile_metrics").metrics}}
            guarded(training, training.evaluated, model, x, {name: float(value) for name, value in named.items()})
        except Exception:  # numbers under other names are not ours to judge
            pass
        return result

    return evaluate


def _train_on_batch(training, original):
    signature = inspect.signature(original)

    def train_on_batch(model, *args, **kwargs):
        if not training.on or training.fitting:
            return original(model, *args, **kwargs)
        before = _tracked(model)
        guarded(training, lambda: training.batch_given(model, signature.bind(model, *args, **kwargs).arguments))
        result = original(model, *args, **kwargs)
        guarded(training, lambda: training.batch_taken(model, _loss_of(before, _tracked(model), result)))
        return result

    return train_on_batch


def _tracked(model):
    """(sum of losses, examples) since the metrics were reset, of Keras 3; None of Keras 2, which resets them each time."""
    tracker = getattr(model, "_loss_tracker", None)
    try:
        return (float(arrays.plain(values.raw(tracker.total))), float(arrays.plain(values.raw(tracker.count))))
    except (AttributeError, TypeError, ValueError):
        return None


def _loss_of(before, after, result):
    """The loss of the batch alone: what it added to the mean."""
    if after is None:
        first = next(iter(result.values()), None) if isinstance(result, dict) else result[0] if isinstance(result, (list, tuple)) else result
        return float(first) if first is not None else None
    total, count = before if before is not None and after[1] > before[1] else (0.0, 0.0)
    return (after[0] - total) / (after[1] - count) if after[1] > count else None


def _iterator(training, original):
    def _get_iterator(source, *args, **kwargs):
        made = original(source, *args, **kwargs)
        if training.on and training.is_training(source) and training.wants_batches():
            try:
                return training.batches.passing(made)
            except Exception as error:
                training.fail(error)
        return made

    return _get_iterator


def _steps(training, original):
    """A generator of the steps of an epoch: between two of its items a step is taken."""

    def enumerate_steps(source, *args, **kwargs):
        items = original(source, *args, **kwargs)
        if not training.on or not training.is_training(source):
            yield from items
            return
        for item in items:
            first, count = _span(source, item)
            guarded(training, training.step_begins)
            try:
                yield item
            except GeneratorExit:
                # the epoch ends here: with this step, or because its data had ended
                guarded(training, training.step_cut, first, count)
                raise
            guarded(training, training.step_ends, count)

    return enumerate_steps


def _span(source, item):
    """(number of the first step of an item, counted from 0, how many steps it has)."""
    if isinstance(item, int):  # Keras 2
        return item, source.step_increment + 1
    if len(item) == 3:
        return item[0], item[1] - item[0] + 1
    return item[0], getattr(source, "steps_per_execution", 1)


def _handled(training, original):
    def __init__(handler, *args, **kwargs):
        original(handler, *args, **kwargs)
        if training.on and training.is_training(handler):
            try:
                handler._dataset = training.batches.passing(handler._dataset)
            except Exception as error:
                training.fail(error)

    return __init__
