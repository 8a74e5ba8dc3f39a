# Gradients are cleared before each backward pass: each step follows its own batch alone.
import torch

torch.manual_seed(0)
x = torch.randn(64, 8)
loader = [(x, x.sum(1, keepdim=True))] * 5
model, loss_fn = torch.nn.Linear(8, 1), torch.nn.MSELoss()
optimizer = torch.optim.SGD(model.parameters(), lr=1e-4)
norms = []
# shown
for x, y in loader:
    optimizer.zero_grad()
    loss = loss_fn(model(x), y)
    loss.backward()
    optimizer.step()
    # end
    norms.append(model.weight.grad.norm().item())
assert max(norms) < 1.05 * min(norms)  # without it they grow with the step
