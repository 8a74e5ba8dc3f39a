# Residual connections: the first of fifty layers gets a gradient.
import torch

torch.manual_seed(0)


# shown
class Residual(torch.nn.Module):
    def __init__(self, *layers):
        super().__init__()
        self.inner = torch.nn.Sequential(*layers)

    def forward(self, x):
        return x + self.inner(x)


# end
def block():
    return torch.nn.Linear(16, 16), torch.nn.Tanh()


def first_gradient(blocks):
    model = torch.nn.Sequential(*blocks)
    first = next(model.parameters())
    model(torch.randn(32, 16)).mean().backward()
    return first.grad.norm().item()


plain = first_gradient([torch.nn.Sequential(*block()) for _ in range(50)])
assert first_gradient([Residual(*block()) for _ in range(50)]) > 1000 * plain
