# The gradient is cut to a norm of 1: an outlier no longer throws the weights away.
import torch

torch.manual_seed(0)
x = torch.randn(64, 8)
y = 1000 * x.sum(1, keepdim=True)
model, loss_fn = torch.nn.Linear(8, 1), torch.nn.MSELoss()
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
before = torch.nn.utils.parameters_to_vector(model.parameters()).clone()
# shown
loss = loss_fn(model(x), y)
optimizer.zero_grad()
loss.backward()
norm = torch.nn.utils.clip_grad_norm_(model.parameters(), max_norm=1.0)
optimizer.step()  # and log the norm: it tells when something explodes
# end
moved = torch.nn.utils.parameters_to_vector(model.parameters()) - before
assert norm > 1000
assert abs(moved.norm().item() - 0.1) < 1e-3
