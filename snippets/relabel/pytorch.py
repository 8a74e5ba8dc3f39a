# An input that carries several labels keeps the one that most of its rows say.
import torch

x = torch.tensor([[1, 2], [1, 2], [1, 2], [3, 4], [5, 6], [5, 6]])
labels = torch.tensor([0, 0, 1, 1, 2, 2])
classes = 3
# shown
inputs, which = x.unique(dim=0, return_inverse=True)
votes = torch.zeros(len(inputs), classes, dtype=torch.long)
votes.index_put_((which, labels), torch.ones_like(labels), accumulate=True)
conflicts = inputs[(votes > 0).sum(1) > 1]
print(f"{len(conflicts)} inputs carry several labels")
labels = votes.argmax(1)[which]
# or keep the shares as soft targets: votes / votes.sum(1, keepdim=True)
# end
model = torch.nn.Linear(2, classes)
torch.nn.functional.cross_entropy(model(x.float()), labels).backward()
assert conflicts.tolist() == [[1, 2]] and labels.tolist() == [0, 0, 0, 1, 2, 2]
