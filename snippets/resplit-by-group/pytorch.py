# All rows of a group lie on one side of the split.
import torch

torch.manual_seed(0)
groups = torch.arange(20).repeat_interleave(10)  # the patient of each row
x, y = torch.randn(200, 4), torch.randn(200, 1)
# shown
ids = groups.unique()
ids = ids[torch.randperm(len(ids))]
held = torch.isin(groups, ids[: len(ids) // 5])  # a fifth of the groups
dataset = torch.utils.data.TensorDataset(x, y)
train = torch.utils.data.Subset(dataset, (~held).nonzero()[:, 0].tolist())
val = torch.utils.data.Subset(dataset, held.nonzero()[:, 0].tolist())
# end
model = torch.nn.Linear(4, 1)
torch.nn.functional.mse_loss(model(x[train.indices]), y[train.indices]).backward()
assert len(train) == 160 and len(val) == 40
assert not set(groups[train.indices].tolist()) & set(groups[val.indices].tolist())
