# Double the width until one batch can be learnt by heart.
import torch

torch.manual_seed(0)
x, y = torch.randn(32, 8), torch.randint(0, 2, (32,))


# shown
def learns_by_heart(width):  # one batch, no regularisation
    model = torch.nn.Sequential(
        torch.nn.Linear(8, width),
        torch.nn.ReLU(),
        torch.nn.Linear(width, 2),
    )
    optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
    for _ in range(300):
        loss = torch.nn.functional.cross_entropy(model(x), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return loss.item() < 0.05


# end
width = 1
while not learns_by_heart(width):
    width *= 2
assert 1 < width <= 64
