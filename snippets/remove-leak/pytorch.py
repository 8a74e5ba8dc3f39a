# A column that tells the label by itself, and rows of training that stand in validation too, go.
import torch

torch.manual_seed(0)
labels = torch.randint(0, 2, (200,))
x = torch.randn(200, 4)
x[:, 2] = labels + 0.01 * torch.randn(200)
x_train, x_val = x[:150], torch.cat([x[150:], x[:5]])
y_train = labels[:150].float()
# shown
r = torch.corrcoef(torch.cat([x_train, y_train[:, None]], 1).T)[-1, :-1]
leaks = r.abs() > 0.95  # is it known at the time of the prediction?
x_train, x_val = x_train[:, ~leaks], x_val[:, ~leaks]
again = (x_val[:, None] == x_train[None]).all(-1).any(1)  # rows in both
x_val = x_val[~again]
# end
model = torch.nn.Linear(3, 1)
torch.nn.functional.binary_cross_entropy_with_logits(model(x_train)[:, 0], y_train).backward()
assert leaks.tolist() == [False, False, True, False] and len(x_val) == 50
