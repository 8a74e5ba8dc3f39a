# The statistics of BatchNorm are measured anew on the training data, and used in evaluation.
import torch

torch.manual_seed(0)
x = 5 + 3 * torch.randn(512, 4)
loader = torch.utils.data.DataLoader(torch.utils.data.TensorDataset(x), batch_size=32)
model = torch.nn.Sequential(torch.nn.BatchNorm1d(4, momentum=0.001))
for (batch,) in loader:
    model(batch)
# shown
# each epoch: model.train() before training, eval() before validation
model.train()
torch.optim.swa_utils.update_bn(loader, model)  # the statistics, anew
model.eval()
for module in model.modules():
    if isinstance(module, torch.nn.BatchNorm1d):
        module.momentum = 0.1  # the new batch's share; the default
# end
assert model(x).mean().abs() < 0.05 and abs(model(x).std() - 1) < 0.05
