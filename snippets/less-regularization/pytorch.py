# A tenth of the weight decay and half the dropout.
import torch

torch.manual_seed(0)
model = torch.nn.Sequential(torch.nn.Linear(8, 64), torch.nn.ReLU(), torch.nn.Dropout(0.6), torch.nn.Linear(64, 1))
optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3, weight_decay=1.0)
# shown
for group in optimizer.param_groups:
    group["weight_decay"] /= 10
for module in model.modules():
    if isinstance(module, torch.nn.Dropout):
        module.p /= 2
# end
model(torch.randn(4, 8)).square().mean().backward()
optimizer.step()
kept = (model[:3](torch.ones(200, 8)) != 0).float().mean() / (model[:2](torch.ones(1, 8)) != 0).float().mean()
assert abs(kept.item() - 0.7) < 0.05
assert abs(optimizer.param_groups[0]["weight_decay"] - 0.1) < 1e-9
