# The error beside the spread of the targets: 1 is perfect, 0 is guessing the mean.
import torch

torch.manual_seed(0)
y = 0.01 * torch.randn(200, 1)
x = y + 0.003 * torch.randn(200, 1)
model = torch.nn.Linear(1, 1)
torch.nn.functional.mse_loss(model(x), y).backward()
torch.nn.init.ones_(model.weight), torch.nn.init.zeros_(model.bias)
# shown
with torch.no_grad():
    mse = (model(x) - y).square().mean()
r2 = 1 - mse / y.var(unbiased=False)
share = mse.sqrt() / (y.max() - y.min())
print(f"R2 {r2:.3f}, RMSE {share:.1%} of the range")
# end
assert mse < 2e-5 and 0.85 < r2 < 0.95
