# A moving average over fifty steps shows the trend.
import torch

torch.manual_seed(0)
model = torch.nn.Linear(4, 1)
optimizer = torch.optim.SGD(model.parameters(), lr=0.002)
losses = []
for _ in range(300):
    x = torch.randn(4, 4)
    loss = torch.nn.functional.mse_loss(model(x), x.sum(1, keepdim=True))
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    losses.append(loss.item())
# shown
window = 50
smooth = torch.tensor(losses).unfold(0, window, 1).mean(1)
# smooth[i] is the mean of steps i to i + window - 1
# end
rough = torch.tensor(losses).diff().abs().mean()
assert len(smooth) == 251 and smooth.diff().abs().mean() < 0.1 * rough
