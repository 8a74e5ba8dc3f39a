# The examples with the largest loss are listed; values beyond the 1st and 99th percentile are pulled in.
import torch

torch.manual_seed(0)
x = torch.randn(200, 3)
y = x.sum(1, keepdim=True)
y[17] = 1e4
model = torch.nn.Linear(3, 1)
# shown
with torch.no_grad():
    losses = torch.nn.functional.mse_loss(model(x), y, reduction="none")
worst = losses.flatten().topk(20).indices
print(worst.tolist())  # look at these; correct or drop what is not real
low, high = y.quantile(0.01), y.quantile(0.99)  # of the training set
y = y.clamp(low, high)
# end
loss = torch.nn.functional.mse_loss(model(x), y)
loss.backward()
assert worst[0] == 17 and y.abs().max() < 10
