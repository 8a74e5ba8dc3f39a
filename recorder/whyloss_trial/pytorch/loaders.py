"""The training's batches where a DataLoader makes them: their size, their order, how often they come; else by accumulation."""

import copy
import functools
import inspect

import torch
from torch.utils.data import DataLoader, IterableDataset, dataloader, sampler

from .rates import factor_of

RANDOM = (sampler.RandomSampler, sampler.SubsetRandomSampler, sampler.WeightedRandomSampler)


def of(training):
    """The loaders of this process, watched from now on."""
    if training.loaders is None:
        training.loaders = Loaders(training)
        training.loaders.put()
    return training.loaders


class Loaders:
    """Which loaders there are, which are the training's, and the batch that came last."""

    def __init__(self, training):
        self._of = training
        self.at_making = []
        """f(arguments) with the arguments of a loader of the training; changes them"""
        self.at_batch = []
        """f(batch, iterator) of the training -> another batch or None"""
        self.passes = 1
        self.made = 0
        self.batch = self.dataset = None
        self._shuffled, self._first = set(), None

    def put(self):
        made, begun, length = DataLoader.__init__, DataLoader.__iter__, DataLoader.__len__
        following = dataloader._BaseDataLoaderIter.__next__
        signature = inspect.signature(made)

        @functools.wraps(made)
        def __init__(loader, *args, **kwargs):
            try:
                bound = signature.bind(loader, *args, **kwargs)
            except TypeError:
                return made(loader, *args, **kwargs)
            if self._meet(bound.arguments) and self.at_making:
                for function in self.at_making:
                    function(bound.arguments)
                return made(*bound.args, **bound.kwargs)
            return made(loader, *args, **kwargs)

        def __iter__(loader):
            if self.passes > 1 and self.trains(loader.dataset):
                return _chained(begun, loader, self.passes)
            return begun(loader)

        def __len__(loader):
            return length(loader) * (self.passes if self.passes > 1 and self._training(loader.dataset) else 1)

        def __next__(iterator):
            batch = following(iterator)
            if self.trains(iterator._dataset):
                for function in self.at_batch:
                    changed = function(batch, iterator)
                    batch = batch if changed is None else changed
                self.batch, self.dataset = batch, iterator._dataset
            return batch

        DataLoader.__init__, DataLoader.__iter__, DataLoader.__len__ = __init__, functools.wraps(begun)(__iter__), __len__
        dataloader._BaseDataLoaderIter.__next__ = functools.wraps(following)(__next__)

    def _meet(self, arguments):
        """Note a loader that is made; whether it may be the training's: it shuffles, or is the first of all."""
        self.made += 1
        dataset = arguments.get("dataset")
        if shuffles(arguments):
            self._shuffled.add(id(dataset))
            return True
        if self._first is None:
            self._first = dataset
        return not self._shuffled and self._first is dataset

    def _training(self, dataset):
        return id(dataset) in self._shuffled if self._shuffled else self._first is dataset

    def trains(self, dataset):
        """Whether these data are being trained on now."""
        return torch.is_grad_enabled() and self._training(dataset)


def shuffles(arguments):
    """Whether the arguments of a loader ask for a random order."""
    own = arguments.get("batch_sampler")
    drawn = getattr(own, "sampler", None) if own is not None else arguments.get("sampler")
    kinds = (*RANDOM, torch.utils.data.distributed.DistributedSampler)
    return bool(arguments.get("shuffle")) or isinstance(drawn, kinds)


def _chained(begun, loader, passes):
    for _ in range(passes):
        yield from begun(loader)


def _no_loader(training):
    return lambda: "no-loader" if not of(training).made else "unknown-data"


def batch_size(training, wanted):
    """A loader's batch size; without a loader larger batches are put together from several."""
    from .accumulate import Accumulation

    made, factor, done = of(training), factor_of(wanted), {}

    def change(arguments):
        own, batches = arguments.get("batch_size", 1), arguments.get("batch_sampler")
        plain = type(batches) is sampler.BatchSampler
        if batches is not None and not plain or batches is None and own is None:
            training.report.refused("batch_size", "unknown-data")
            return
        own = batches.batch_size if plain else own
        # what makes loaders anew of others gives them the size that we set
        if done.get(id(arguments["dataset"])) == own:
            return
        new = max(1, round(own * factor) if factor is not None else int(wanted))
        if hasattr(arguments["dataset"], "__len__"):
            new = min(new, len(arguments["dataset"]))
        if new == own:
            training.report.refused("batch_size", "same")
            return
        if plain:
            batches.batch_size = new
        else:
            arguments["batch_size"] = new
        done[id(arguments["dataset"])] = new
        training.examples *= own / new
        training.report.applied("batch_size", f"batch_size {own} -> {new}", by="loader", **{"from": own, "to": new})

    made.at_making.append(training.guarded("batch_size", change))
    Accumulation(training, made, wanted, factor).put()
    training.why["batch_size"] = _no_loader(training)


def epochs(training, wanted):
    """The training's loader gives all its batches so many times before it ends."""
    times = max(1, round(factor_of(wanted) or 1))
    made = of(training)
    training.why["epochs"] = _no_loader(training)

    def change(arguments):
        if made.passes == 1:
            made.passes = times
            training.examples *= times
            training.report.applied("epochs", f"{times} passes over the training data an epoch", times=times)

    made.at_making.append(training.guarded("epochs", change))


def shuffle(training, _):
    """`shuffle=True`."""
    made = of(training)
    training.why["shuffle"] = _no_loader(training)

    def change(arguments):
        if shuffles(arguments):
            training.report.refused("shuffle", "same")
        elif isinstance(arguments["dataset"], IterableDataset) or arguments.get("batch_sampler") is not None:
            training.report.refused("shuffle", "unknown-data")
        elif made.made == 1:
            arguments["shuffle"] = True
            arguments.pop("sampler", None)
            training.report.applied("shuffle", "DataLoader(..., shuffle=True)")

    made.at_making.append(training.guarded("shuffle", change))


def overfit_one_batch(training, _):
    """Every batch is the first one: of the loader, else inputs and targets where they are given to model and loss."""
    made, kept = of(training), {}
    training.why["overfit_one_batch"] = None

    def batch(given, iterator):
        kept.setdefault("batch", copy.deepcopy(given))
        training.report.applied("overfit_one_batch", "every batch is the loader's first")
        return copy.deepcopy(kept["batch"])

    def at_input(root, module, args, kwargs, trains):
        if made.made or not trains or any(getattr(one, "grad_fn", None) is not None for one in args):
            return None
        return kept.setdefault(("inputs", id(root)), (args, kwargs))

    def at_loss(call):
        if made.made or not call.trains or not isinstance(call.target, torch.Tensor):
            return
        target = kept.setdefault(("target", call.name), call.target)
        if target.shape[:1] == call.input.shape[:1]:
            call.target = target
            training.report.applied("overfit_one_batch", "inputs and targets of the first batch")

    made.at_batch.append(training.guarded("overfit_one_batch", batch))
    training.on("overfit_one_batch", training.at_input, at_input)
    training.on("overfit_one_batch", training.at_loss, at_loss)
