# Before training: there are targets, of more than one class.
import torch

torch.manual_seed(0)
loader = [(torch.randn(4, 2), torch.tensor([0, 1, 1, 2])), (torch.randn(4, 2), torch.tensor([2, 2, 0, 1]))]


def check(loader):
    # shown
    labels = torch.cat([labels.flatten() for _, labels in loader])
    ids, counts = labels.unique(return_counts=True)
    print(dict(zip(ids.tolist(), counts.tolist())))
    if len(ids) < 2:
        raise ValueError("fewer than two classes: is the path right?")
    # end
    return counts


model = torch.nn.Linear(2, 3)
torch.nn.functional.cross_entropy(model(loader[0][0]), loader[0][1]).backward()
assert check(loader).tolist() == [2, 3, 3]
try:
    check([(loader[0][0], torch.zeros(4))])
    raise AssertionError("a single class was let through")
except ValueError:
    pass
