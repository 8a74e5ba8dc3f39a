# Three times the learning rate while the loss stays smooth: the crawl ends.
import torch

torch.manual_seed(0)
x = torch.randn(64, 8)
y = x.sum(1, keepdim=True)
model, loss_fn = torch.nn.Linear(8, 1), torch.nn.MSELoss()
optimizer = torch.optim.SGD(model.parameters(), lr=1e-3)


def train(steps):
    losses = []
    for _ in range(steps):
        loss = loss_fn(model(x), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses


crawl = train(20)
# shown
losses = train(20)
while losses[-1] < losses[0]:  # still falling: go on; rising: go back one
    for group in optimizer.param_groups:
        group["lr"] *= 3
    losses = train(20)
# end
assert crawl[-1] > 0.8 * crawl[0]
assert min(losses) < 0.1 * crawl[0]
