# Missing values are counted by column and replaced by the training set's mean.
import torch

torch.manual_seed(0)
x_train = torch.randn(64, 3)
x_train[::7, 1] = float("nan")
x_train[3, 2] = float("inf")
x_val = torch.full((4, 3), float("nan"))
# shown
good = x_train.isfinite()
print((~good).sum(0).tolist())  # how many a column
mean = x_train.where(good, torch.zeros(())).sum(0) / good.sum(0)
x_train = x_train.where(good, mean)
x_val = x_val.where(x_val.isfinite(), mean)  # the training set's mean
# that a value was missing may tell something: add ~good as columns
# end
model = torch.nn.Linear(3, 1)
loss = model(x_train).square().mean()
loss.backward()
assert (~good).sum(0).tolist() == [0, 10, 1]
assert loss.isfinite() and x_val.isfinite().all() and mean.abs().max() < 1
