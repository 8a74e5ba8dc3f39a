# Each class weighs as much as the others, however rare it is.
import torch

torch.manual_seed(0)
labels = torch.tensor([0] * 95 + [1] * 5)
x = torch.randn(100, 2) + labels[:, None]
classes = 2


def recall_of_rare(loss_fn):
    torch.manual_seed(1)
    model = torch.nn.Linear(2, classes)
    optimizer = torch.optim.Adam(model.parameters(), lr=0.05)
    for _ in range(100):
        loss = loss_fn(model(x), labels)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return (model(x).argmax(1)[labels == 1] == 1).float().mean().item()


# shown
counts = torch.bincount(labels, minlength=classes)
weight = len(labels) / (classes * counts.clamp(min=1).float())
loss_fn = torch.nn.CrossEntropyLoss(weight=weight)
# or draw rare classes more often: torch.utils.data.WeightedRandomSampler
# end
assert recall_of_rare(loss_fn) >= 0.6 > recall_of_rare(torch.nn.CrossEntropyLoss())
