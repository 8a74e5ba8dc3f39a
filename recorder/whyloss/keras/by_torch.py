"""A second answer on Keras' PyTorch backend."""

import torch

from .answer import Answer, Asking, forward


class ByTorch(Asking):
    """Of one model."""

    def ask(self, trainable, rest, batch, training=True):
        """The answer to a batch with these values of the variables; gradients where it is asked in train mode."""
        device = next((one.value.device for one in self._model.trainable_variables), "cpu")
        leaves = [torch.as_tensor(one, device=device).clone().requires_grad_(training) for one in trainable]
        rest = [torch.as_tensor(one, device=device) for one in rest]
        states = torch.random.get_rng_state()
        try:
            with torch.set_grad_enabled(training):
                loss, penalty, output, outputs = forward(self._model, leaves, rest, batch, training)
                gradients = torch.autograd.grad(loss, leaves, allow_unused=True) if training else None
        finally:
            torch.random.set_rng_state(states)
        return Answer(loss, penalty, gradients, output, outputs)
