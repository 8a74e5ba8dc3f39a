# Each column of the inputs is standardised with the mean and spread of the training set.
import torch

torch.manual_seed(0)
scales = torch.tensor([1.0, 1000.0])
x_train, x_val = 50 + scales * torch.randn(64, 2), 50 + scales * torch.randn(32, 2)
y_train = x_train @ torch.tensor([[1.0], [0.001]])
# shown
mean, std = x_train.mean(0), x_train.std(0).clamp(min=1e-8)
x_train = (x_train - mean) / std
x_val = (x_val - mean) / std  # with the numbers of the training set
# images: x.float() / 255, then mean and std of each channel
# end
model = torch.nn.Linear(2, 1)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
losses = []
for _ in range(50):
    loss = torch.nn.functional.mse_loss(model(x_train), y_train)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    losses.append(loss.item())
assert x_train.std(0).sub(1).abs().max() < 1e-3 and x_val.mean(0).abs().max() < 1
assert losses[-1] < 0.01 * losses[0]
