# Dropout before the last layer: on in training, off in evaluation.
import torch

torch.manual_seed(0)
features, hidden, classes = 8, 64, 3
# shown
model = torch.nn.Sequential(
    torch.nn.Linear(features, hidden),
    torch.nn.ReLU(),
    torch.nn.Dropout(0.3),
    torch.nn.Linear(hidden, classes),
)
# model.train() before training, model.eval() before validation
# end
x = torch.randn(16, features)
loss = torch.nn.functional.cross_entropy(model(x), torch.zeros(16, dtype=torch.long))
loss.backward()
assert not torch.equal(model(x), model(x))
model.eval()
assert torch.equal(model(x), model(x))
