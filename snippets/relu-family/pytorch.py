# ReLU or GELU instead of sigmoid: the first of ten layers gets a gradient.
import torch


def first_gradient(activation):
    torch.manual_seed(0)
    layers = [layer for _ in range(10) for layer in (torch.nn.Linear(32, 32), activation())]
    model = torch.nn.Sequential(*layers, torch.nn.Linear(32, 1))
    model(torch.randn(64, 32)).mean().backward()
    return model[0].weight.grad.norm().item()


# shown
def block(width):
    return torch.nn.Sequential(
        torch.nn.Linear(width, width),
        torch.nn.ReLU(),  # was Sigmoid; in transformers torch.nn.GELU()
    )


# end
assert first_gradient(lambda: block(32)[1]) > 1000 * first_gradient(torch.nn.Sigmoid)
