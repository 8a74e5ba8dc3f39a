# The learning rate falls along a cosine: the last steps no longer throw the weights about.
import torch

torch.manual_seed(0)
data = torch.utils.data.TensorDataset(torch.randn(64, 4), torch.randn(64, 1))
loader = torch.utils.data.DataLoader(data, batch_size=8, shuffle=True)
model, loss_fn, epochs = torch.nn.Linear(4, 1), torch.nn.MSELoss(), 20
moves = []
# shown
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
schedule = torch.optim.lr_scheduler.CosineAnnealingLR(
    optimizer, T_max=epochs
)
for epoch in range(epochs):
    before = model.weight.detach().clone()
    for x, y in loader:
        loss = loss_fn(model(x), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    schedule.step()
    # end
    moves.append((model.weight.detach() - before).norm().item())
assert optimizer.param_groups[0]["lr"] < 1e-9
assert max(moves[-2:]) < 0.2 * max(moves)
