# Leaky ReLU lets a gradient through where ReLU is dead.
import torch

torch.manual_seed(0)


def gradient_with(activation):
    model = torch.nn.Sequential(torch.nn.Linear(4, 8), activation, torch.nn.Linear(8, 1))
    torch.nn.init.constant_(model[0].bias, -100.0)  # every unit is below 0 for every input
    model(torch.randn(32, 4)).square().mean().backward()
    return model[0].weight.grad.norm().item()


# shown
activation = torch.nn.LeakyReLU(negative_slope=0.01)
hidden = torch.nn.Linear(4, 8)
torch.nn.init.kaiming_normal_(hidden.weight, a=0.01)
torch.nn.init.zeros_(hidden.bias)
# end
assert gradient_with(torch.nn.ReLU()) == 0
assert gradient_with(activation) > 0
