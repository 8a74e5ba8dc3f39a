# The recall of each class shows what accuracy hides; R2 does so for values.
import torch

torch.manual_seed(0)
labels = torch.tensor([0] * 95 + [1] * 5)
model = torch.nn.Linear(2, 2)
torch.nn.init.zeros_(model.weight)
model.bias.data = torch.tensor([1.0, 0.0])  # answers the common class, always
x, classes = torch.randn(100, 2), 2
# shown
predicted = model(x).argmax(1)
table = torch.zeros(classes, classes, dtype=torch.long)
one = torch.ones_like(labels)
table.index_put_((labels, predicted), one, accumulate=True)
recall = table.diag() / table.sum(1).clamp(min=1)
print("recall a class", recall.tolist(), "balanced", recall.mean().item())
# for values, 0 is guessing the mean: 1 - mse / y.var(unbiased=False)
# end
torch.nn.functional.cross_entropy(model(x), labels).backward()
assert (predicted == labels).float().mean() == 0.95
assert recall.tolist() == [1, 0] and recall.mean() == 0.5
