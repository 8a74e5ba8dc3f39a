# Class ids become 0 .. K-1, and the loss gets nothing else.
import torch

labels = torch.tensor([1, 2, 5, 5, 1])
# shown
ids = labels.unique()  # of the training set; keep it for validation
labels = torch.searchsorted(ids, labels)
classes = len(ids)
assert 0 <= labels.min() and labels.max() < classes
# end
model = torch.nn.Linear(4, classes)
loss = torch.nn.functional.cross_entropy(model(torch.randn(5, 4)), labels)
loss.backward()
assert labels.tolist() == [0, 1, 2, 2, 0] and classes == 3 and loss.isfinite()
