# The score stands beside its standard error; that says how many examples a difference needs.
import torch

torch.manual_seed(0)
model = torch.nn.Linear(4, 2)
x_val = torch.randn(400, 4)
y_val = x_val[:, :2].argmax(1)
# shown
model.eval()
with torch.no_grad():
    right = (model(x_val).argmax(1) == y_val).float()
accuracy, error = right.mean(), right.std() / len(right) ** 0.5
print(f"{accuracy:.3f} +- {error:.3f}")
# a difference of d shows from about 4 * p * (1 - p) / d**2 examples on
difference = 0.02
needed = 4 * accuracy * (1 - accuracy) / difference**2
# end
model(x_val).mean().backward()
assert abs(error - (accuracy * (1 - accuracy) / 400) ** 0.5) < 1e-3
assert needed > 400
