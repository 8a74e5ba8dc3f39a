# One permutation for inputs and labels, and ten pairs to look at.
import torch

torch.manual_seed(0)
inputs = torch.arange(100.0).reshape(100, 1)
labels = (inputs[:, 0] % 7).long()
# shown
order = torch.randperm(len(inputs))
inputs, labels = inputs[order], labels[order]  # never one of them alone
for i in torch.randint(len(inputs), (10,)).tolist():
    print(inputs[i], labels[i])  # or show the image with its label
# end
model = torch.nn.Linear(1, 7)
torch.nn.functional.cross_entropy(model(inputs), labels).backward()
assert torch.equal((inputs[:, 0] % 7).long(), labels) and inputs[0, 0] != 0
