# Every parameter is trainable and in the optimizer, and moves.
import torch

torch.manual_seed(0)
model = torch.nn.Sequential(torch.nn.Linear(8, 8), torch.nn.Linear(8, 1))
model[0].requires_grad_(False)
# shown
model.requires_grad_(True)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
before = {name: p.detach().clone() for name, p in model.named_parameters()}
loss = model(torch.randn(16, 8)).square().mean()
loss.backward()
optimizer.step()
after = model.named_parameters()
still = [name for name, p in after if p.equal(before[name])]
assert not still, f"not trained: {still}"
# end
