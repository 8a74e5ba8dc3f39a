"""Targets in a random order within each batch: what is still learnt is not learnt from the inputs."""

import torch


def shuffled_labels(training, _):
    """Where they are given to the loss function, while training."""
    generator = torch.Generator()
    training.why["shuffled_labels"] = None

    def mix(call):
        if call.trains and isinstance(call.target, torch.Tensor) and call.target.dim():
            order = torch.randperm(call.target.shape[0], generator=generator)
            call.target = call.target[order.to(call.target.device)]
            training.report.applied("shuffled_labels", "targets of each batch in a random order")

    training.on("shuffled_labels", training.at_loss, mix)
