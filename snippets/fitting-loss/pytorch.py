# The loss follows from the task.
import torch

torch.manual_seed(0)
classes = 3
# shown
loss_fn = {
    "one of K classes": torch.nn.CrossEntropyLoss(),  # logits, int64 labels
    "yes or no": torch.nn.BCEWithLogitsLoss(),  # one logit, float 0 or 1
    "several labels": torch.nn.BCEWithLogitsLoss(),  # K logits, K floats
    "a value": torch.nn.MSELoss(),  # the same shape on both sides
    "a value, with outliers": torch.nn.HuberLoss(),
    "a count": torch.nn.PoissonNLLLoss(),  # the logarithm of the rate
}
# end
x = torch.randn(12, 4)
targets = {
    "one of K classes": (classes, torch.randint(0, classes, (12,))),
    "yes or no": (1, torch.randint(0, 2, (12, 1)).float()),
    "several labels": (classes, torch.randint(0, 2, (12, classes)).float()),
    "a value": (1, torch.randn(12, 1)),
    "a value, with outliers": (1, torch.randn(12, 1)),
    "a count": (1, torch.randint(0, 9, (12, 1)).float()),
}
for task, (width, y) in targets.items():
    model = torch.nn.Linear(4, width)
    optimizer = torch.optim.Adam(model.parameters(), lr=0.05)
    losses = []
    for _ in range(30):
        loss = loss_fn[task](model(x), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    assert losses[-1] < losses[0], task
