# Huber's loss: an outlier pulls with a bounded force.
import torch

torch.manual_seed(0)
x = torch.randn(64, 3)
y = x.sum(1, keepdim=True)
y[5] = 1e4
model = torch.nn.Linear(3, 1)
# shown
loss_fn = torch.nn.HuberLoss(delta=1.0)  # delta: an ordinary error
loss = loss_fn(model(x), y)
# for classes, against wrong labels:
smooth = torch.nn.CrossEntropyLoss(label_smoothing=0.1)
# end
loss.backward()
assert model.weight.grad.norm() < 5
model.zero_grad()
torch.nn.functional.mse_loss(model(x), y).backward()
assert model.weight.grad.norm() > 100
assert smooth(torch.tensor([[50.0, 0.0]]), torch.tensor([0])) > 1
