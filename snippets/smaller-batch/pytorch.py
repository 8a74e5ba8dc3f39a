# A batch of 16 instead of 512: as many examples, many more steps, a lower loss.
import torch

torch.manual_seed(0)
x = torch.randn(512, 8)
data = torch.utils.data.TensorDataset(x, x.sum(1, keepdim=True))


def loss_after_an_epoch(loader, optimizer_of):
    model = torch.nn.Linear(8, 1)
    optimizer = optimizer_of(model)
    for x, y in loader:
        loss = torch.nn.functional.mse_loss(model(x), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return loss.item()


large = torch.utils.data.DataLoader(data, batch_size=512)
# shown
loader = torch.utils.data.DataLoader(data, batch_size=16, shuffle=True)
# the gradient is noisier: divide the rate by about the root of the factor
# by which the batch shrank, at most by the factor itself
rate = 0.1 / (512 / 16) ** 0.5
# end
before = loss_after_an_epoch(large, lambda model: torch.optim.SGD(model.parameters(), lr=0.1))
after = loss_after_an_epoch(loader, lambda model: torch.optim.SGD(model.parameters(), lr=rate))
assert after < 0.7 * before
