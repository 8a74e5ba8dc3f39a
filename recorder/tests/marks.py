"""Data that lie in installed packages, and the mark that a training leaves: a hash of its weights and random state."""

import hashlib
import json

import torch


def digits():
    """scikit-learn's digits: pixels 0..16 as (1797, 64), labels."""
    from sklearn.datasets import load_digits

    return load_digits(return_X_y=True)


def docstrings(length, count):
    """Characters of docstrings of the standard library as ids below 128, (count, length)."""
    text = "".join(value.__doc__ or "" for value in vars(json).values()) + (torch.__doc__ or "") + (hashlib.__doc__ or "")
    ids = [ord(one) % 128 for one in text]
    while len(ids) < length * count:
        ids = ids + ids
    return torch.tensor(ids[: length * count]).reshape(count, length)


def mark(net):
    """A hash of all weights, buffers and of the random state."""
    sha = hashlib.sha256()
    for name, one in sorted(net.state_dict().items()):
        sha.update(name.encode() + one.detach().contiguous().float().numpy().tobytes())
    sha.update(torch.get_rng_state().numpy().tobytes())
    return sha.hexdigest()[:16]
