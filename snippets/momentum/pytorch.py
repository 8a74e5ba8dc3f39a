# Momentum 0.9 goes further along a long valley than plain SGD.
import torch

torch.manual_seed(0)
x = torch.randn(64, 2) * torch.tensor([1.0, 0.3])
y = x @ torch.tensor([[1.0], [3.0]])


def loss_after(optimizer_of):
    model = torch.nn.Linear(2, 1)
    torch.nn.init.zeros_(model.weight)
    optimizer = optimizer_of(model)
    for _ in range(40):
        loss = torch.nn.functional.mse_loss(model(x), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return loss.item()


def with_momentum(model):
    # shown
    optimizer = torch.optim.SGD(
        model.parameters(), lr=0.05, momentum=0.9, nesterov=True
    )
    # end
    return optimizer


plain = loss_after(lambda model: torch.optim.SGD(model.parameters(), lr=0.05))
assert loss_after(with_momentum) < 0.5 * plain
