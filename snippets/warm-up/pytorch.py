# The learning rate climbs over the first steps.
import torch

torch.manual_seed(0)
data = torch.utils.data.TensorDataset(torch.randn(1200, 8), torch.randn(1200, 1))
loader = torch.utils.data.DataLoader(data, batch_size=2, shuffle=True)
model, loss_fn = torch.nn.Linear(8, 1), torch.nn.MSELoss()
rates = []
# shown
optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3)
warm_up = torch.optim.lr_scheduler.LinearLR(
    optimizer, start_factor=0.01, total_iters=500
)
for x, y in loader:
    loss = loss_fn(model(x), y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    warm_up.step()  # once a step, not once an epoch
    # end
    rates.append(optimizer.param_groups[0]["lr"])
assert rates[0] < 2e-5 and abs(rates[249] - 5e-4) < 5e-5
assert all(abs(rate - 1e-3) < 1e-9 for rate in rates[500:])
