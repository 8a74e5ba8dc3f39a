# A linear last layer reaches targets of any size and sign.
import torch

torch.manual_seed(0)
x = torch.randn(64, 4)
y = 3 * x.sum(1, keepdim=True)
hidden = torch.nn.Linear(4, 16)
# shown
model = torch.nn.Sequential(
    hidden,
    torch.nn.ReLU(),
    torch.nn.Linear(16, 1),  # no ReLU, sigmoid or tanh behind it
)
# end
optimizer = torch.optim.Adam(model.parameters(), lr=0.05)
for _ in range(100):
    loss = torch.nn.functional.mse_loss(model(x), y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
floor = torch.nn.functional.mse_loss(y.clamp(min=0), y)  # the best that ReLU could do
assert loss < 0.5 * floor
