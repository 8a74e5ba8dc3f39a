# He's initialisation: activations keep their spread through twenty layers of ReLU.
import torch

torch.manual_seed(0)
layers = [layer for _ in range(20) for layer in (torch.nn.Linear(64, 64), torch.nn.ReLU())]
model = torch.nn.Sequential(*layers, torch.nn.Linear(64, 1))
x = torch.randn(256, 64)
before = model[:-1](x).std().item()
# shown
for module in model.modules():
    if isinstance(module, (torch.nn.Linear, torch.nn.Conv2d)):
        torch.nn.init.kaiming_normal_(module.weight, nonlinearity="relu")
        if module.bias is not None:
            torch.nn.init.zeros_(module.bias)
# xavier_uniform_ for tanh and sigmoid; nonlinearity="linear" for SELU
# end
after = model[:-1](x).std().item()
model(x).mean().backward()
assert before < 0.05 and 0.2 < after < 3
assert model[0].weight.grad.norm() > 1e-3
