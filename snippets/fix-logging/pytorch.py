# The printed loss is the mean since the last print: the sum and the count start anew.
import torch

torch.manual_seed(0)
loader = [(torch.randn(8, 4), torch.randn(8, 1)) for _ in range(20)]
model, loss_fn = torch.nn.Linear(4, 1), torch.nn.MSELoss()
optimizer = torch.optim.SGD(model.parameters(), lr=0.01)
printed, losses = [], []
# shown
total, count = 0.0, 0
for step, (x, y) in enumerate(loader, start=1):
    loss = loss_fn(model(x), y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    total, count = total + loss.item() * len(x), count + len(x)
    if step % 10 == 0:
        print(step, total / count)
        # end
        printed.append(total / count)
        # shown
        total, count = 0.0, 0
    # end
    losses.append(loss.item())
assert abs(printed[1] - sum(losses[10:]) / 10) < 1e-5
