# Five folds: every example is held out once, and the score has a spread.
import torch

torch.manual_seed(0)
x = torch.randn(100, 4)
y = x.sum(1, keepdim=True)


def trained(x, y):
    model = torch.nn.Linear(4, 1)
    optimizer = torch.optim.Adam(model.parameters(), lr=0.1)
    for _ in range(40):
        loss = torch.nn.functional.mse_loss(model(x), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return model


# shown
folds = torch.randperm(len(x)).chunk(5)
scores = []
for held in folds:
    rest = torch.cat([fold for fold in folds if fold is not held])
    model = trained(x[rest], y[rest])  # from scratch each time
    with torch.no_grad():
        loss = torch.nn.functional.mse_loss(model(x[held]), y[held])
    scores.append(loss.item())
std, mean = torch.std_mean(torch.tensor(scores))
print(f"{mean:.3f} +- {std:.3f}")
# end
assert len(scores) == 5 and max(scores) < 1
assert sorted(torch.cat(folds).tolist()) == list(range(100))
