"""What a batch of targets and a DataLoader tell of the order in which examples pass by."""

import torch

MOST = 4096
"""labels of a batch that are looked at"""


def labels_of(target):
    """(the targets of a batch as a list of numbers, whether they may be classes)."""
    return target.detach().reshape(-1)[:MOST].tolist(), not (target.dim() > 1 and target.shape[-1] > 1)


def loader_facts(loader, say):
    """What a DataLoader says of itself."""
    size = getattr(loader, "batch_size", None) or getattr(batches_of(loader), "batch_size", None)
    dataset = getattr(loader, "dataset", None)
    if isinstance(size, int):
        say("batch_size", size, f"DataLoader(batch_size={size})")
    try:
        examples, steps = len(dataset), len(loader)
    except (TypeError, AttributeError, NotImplementedError):
        return
    say("examples_train", examples, f"{type(dataset).__name__} of {examples} examples")
    say("steps_per_epoch", steps, f"DataLoader of {steps} batches")


def shuffles(loader):
    """Whether a loader draws its order anew; None where it does not say."""
    sampler = sampler_of(loader)
    if "Sequential" in sampler:
        return False
    return True if "Random" in sampler or "Distributed" in sampler else None


def batches_of(loader):
    """What cuts the examples into batches, below what Accelerate put around it; None where nothing does."""
    batches = getattr(loader, "batch_sampler", None)
    for _ in range(4):
        inner = getattr(batches, "batch_sampler", None)
        if inner is None or inner is batches:
            return batches
        batches = inner
    return batches


def sampler_of(loader):
    """The name of what draws the order. Given batches, a loader bears a sampler that nobody asks: the batches' own counts."""
    given = getattr(loader, "batch_size", None) is None and getattr(loader, "batch_sampler", None) is not None
    return type(getattr(batches_of(loader) if given else loader, "sampler", None)).__name__


def is_labels(target):
    """Whether a target may be labels."""
    return isinstance(target, torch.Tensor) and target.numel() > 0 and not target.is_complex() and not target.is_sparse
