"""Gradients cut to a norm of all together, right before each step."""

import torch


def gradient_clip(training, norm):
    """`torch.nn.utils.clip_grad_norm_` over all parameters of the optimizer."""

    def clip(optimizer):
        parameters = [one for group in optimizer.param_groups for one in group["params"] if one.grad is not None]
        if parameters:
            torch.nn.utils.clip_grad_norm_(parameters, float(norm))
            training.report.applied("gradient_clip", f"clip_grad_norm_(parameters, {float(norm):g}) before each step", norm=float(norm))

    training.on("gradient_clip", training.at_gradients, clip)
    training.why["gradient_clip"] = "no-optimizer"
