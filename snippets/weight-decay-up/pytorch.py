# Weight decay pulls the weights towards 0.
import torch

torch.manual_seed(1)
x, y = torch.randn(64, 8), torch.randn(64, 1)


def norm_after(optimizer_of):
    torch.manual_seed(0)
    model = torch.nn.Linear(8, 1)
    optimizer = optimizer_of(model)
    for _ in range(100):
        loss = torch.nn.functional.mse_loss(model(x), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return model.weight.norm().item()


def with_decay(model):
    # shown
    # AdamW, not Adam with weight_decay: there Adam's scaling undoes the decay
    optimizer = torch.optim.AdamW(
        model.parameters(), lr=1e-3, weight_decay=1e-2
    )
    # end
    return optimizer


plain = norm_after(lambda model: torch.optim.AdamW(model.parameters(), lr=1e-3, weight_decay=0))
assert norm_after(with_decay) < plain
