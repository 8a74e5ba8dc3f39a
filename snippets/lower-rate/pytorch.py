# A tenth of the learning rate: the loss that rose falls.
import torch

torch.manual_seed(0)
x = torch.randn(64, 8)
y = x.sum(1, keepdim=True)
model, loss_fn = torch.nn.Linear(8, 1), torch.nn.MSELoss()
optimizer = torch.optim.SGD(model.parameters(), lr=2.0)


def train(steps):
    for _ in range(steps):
        loss = loss_fn(model(x), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return loss.item()


first, risen = train(1), train(5)
# shown
# a tenth first; then bisect between what diverged and what crawled
for group in optimizer.param_groups:
    group["lr"] /= 10
# end
assert risen > 10 * first
assert train(40) < first
