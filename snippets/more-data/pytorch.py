# The curve over subsets: where it still falls at the end, more examples will help.
import torch

torch.manual_seed(0)
x = torch.randn(500, 40)
y = x.sum(1, keepdim=True) + torch.randn(500, 1)
x_train, y_train, x_val, y_val = x[:200], y[:200], x[200:], y[200:]


def trained(x, y):
    model = torch.nn.Linear(40, 1)
    optimizer = torch.optim.Adam(model.parameters(), lr=0.1)
    for _ in range(200):
        loss = torch.nn.functional.mse_loss(model(x), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return model


losses = []
# shown
order = torch.randperm(len(x_train))
for share in (0.25, 0.5, 1.0):
    part = order[: int(share * len(order))]
    model = trained(x_train[part], y_train[part])  # from scratch each time
    with torch.no_grad():
        loss = torch.nn.functional.mse_loss(model(x_val), y_val)
    print(f"{len(part)} examples: {loss:.3f}")
    losses.append(loss.item())
# end
assert losses == sorted(losses, reverse=True)
