# Three times the epochs, from where the last run ended.
import torch

torch.manual_seed(0)
x = torch.randn(64, 8)
loader = [(x, x.sum(1, keepdim=True))]
model, loss_fn = torch.nn.Linear(8, 1), torch.nn.MSELoss()
optimizer = torch.optim.SGD(model.parameters(), lr=0.02)
losses, start, epochs = [], 0, 10


def train():
    # shown
    for epoch in range(start, epochs):  # was 10, now 30
        for x, y in loader:
            loss = loss_fn(model(x), y)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        # end
        losses.append(loss.item())


train()
start, epochs = 10, 30
train()
assert len(losses) == 30
assert losses[-1] < 0.6 * losses[9]
