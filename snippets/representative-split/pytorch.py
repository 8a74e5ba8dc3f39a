# The split is drawn from all rows at random, with each class in proportion.
import torch
from sklearn.model_selection import train_test_split

torch.manual_seed(0)
labels = torch.tensor([0] * 160 + [1] * 40)  # sorted: the last fifth is one class
x = torch.randn(200, 4)
# shown
train, val = train_test_split(
    torch.arange(len(x)), test_size=0.2, stratify=labels, random_state=0
)
x_train, x_val = x[train], x[val]
y_train, y_val = labels[train], labels[val]
# forecasts: split by time instead, and test on what comes later
# end
model = torch.nn.Linear(4, 2)
torch.nn.functional.cross_entropy(model(x_train), y_train).backward()
assert abs(y_val.float().mean() - 0.2) < 1e-6 and len(x_val) == 40
