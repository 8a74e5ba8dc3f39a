# The layer that is much narrower than its neighbours is widened: more than two directions pass.
import torch

torch.manual_seed(0)
x = torch.randn(256, 16)
y = x.sin()


def loss_after(model):
    optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
    for _ in range(150):
        loss = torch.nn.functional.mse_loss(model(x), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return loss.item()


def network(width):
    # shown
    return torch.nn.Sequential(
        torch.nn.Linear(16, 64),
        torch.nn.ReLU(),
        torch.nn.Linear(64, width),  # was 2 between 64 and 64, now 32
        torch.nn.ReLU(),
        torch.nn.Linear(width, 64),
        torch.nn.ReLU(),
        torch.nn.Linear(64, 16),
    )
    # end


assert loss_after(network(32)) < 0.5 * loss_after(network(2))
