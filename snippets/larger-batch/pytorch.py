# Four small batches give one step with the gradient of a batch four times as large.
import torch

torch.manual_seed(0)
data = torch.utils.data.TensorDataset(torch.randn(32, 8), torch.randn(32, 1))
loader = torch.utils.data.DataLoader(data, batch_size=8)
model, loss_fn = torch.nn.Linear(8, 1), torch.nn.MSELoss()
loss_fn(model(data.tensors[0]), data.tensors[1]).backward()
whole = model.weight.grad.clone()
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
before = model.weight.detach().clone()
# shown
accumulate = 4
optimizer.zero_grad()
for i, (x, y) in enumerate(loader, start=1):
    loss = loss_fn(model(x), y) / accumulate
    loss.backward()
    if i % accumulate == 0:
        optimizer.step()
        optimizer.zero_grad()
# end
assert torch.allclose(model.weight, before - 0.1 * whole, atol=1e-6)
