# The targets are standardised for the loss, and what is predicted is scaled back.
import torch

torch.manual_seed(0)
x = torch.randn(64, 4)
y = 2e5 + 5e4 * x.sum(1, keepdim=True)
model = torch.nn.Linear(4, 1)
optimizer = torch.optim.Adam(model.parameters(), lr=0.1)
# shown
mean, std = y.mean(), y.std()  # of the training set
for _ in range(150):
    loss = torch.nn.functional.mse_loss(model(x), (y - mean) / std)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
predicted = model(x) * std + mean
# end
assert (predicted - y).abs().mean() < 0.02 * y.std()
