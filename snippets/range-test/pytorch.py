# A sweep of rates, a step each: a third of the rate at which the loss is lowest.
import torch

torch.manual_seed(0)
x = torch.randn(64, 8)
y = x.sum(1, keepdim=True)
model, loss_fn = torch.nn.Linear(8, 1), torch.nn.MSELoss()
optimizer = torch.optim.SGD(model.parameters(), lr=1e-6)


def train_step():
    loss = loss_fn(model(x), y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss.item()


# shown
rates = [1e-6 * 1.3**i for i in range(60)]
losses = []
for rate in rates:  # on a copy: the weights are spent afterwards
    for group in optimizer.param_groups:
        group["lr"] = rate
    losses.append(train_step())  # a new batch each time
best = rates[losses.index(min(losses))] / 3
# end
assert losses[-1] > 10 * min(losses)
assert 0.02 < best < 0.7
