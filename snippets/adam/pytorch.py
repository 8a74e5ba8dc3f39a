# Adam scales each weight's step by itself: a tiny gradient moves its weight as far as a large one.
import torch

torch.manual_seed(0)
x = torch.randn(64, 2) * torch.tensor([1.0, 0.001])
y = x.sum(1, keepdim=True)
model, loss_fn = torch.nn.Linear(2, 1), torch.nn.MSELoss()
torch.nn.init.zeros_(model.weight)
# shown
# 1e-3 to start with, 3e-4 for transformers
optimizer = torch.optim.AdamW(
    model.parameters(), lr=1e-3, weight_decay=0.01
)
# end
for _ in range(10):
    loss = loss_fn(model(x), y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
first, second = model.weight.detach().abs().flatten().tolist()
assert 0.5 < first / second < 2
