# The training set is measured like the validation set: after the epoch, without dropout.
import torch

torch.manual_seed(0)
x = torch.randn(64, 8)
train_loader = torch.utils.data.DataLoader(
    torch.utils.data.TensorDataset(x, x.sum(1, keepdim=True)), batch_size=16
)
model = torch.nn.Sequential(torch.nn.Dropout(0.5), torch.nn.Linear(8, 1))
loss_fn = torch.nn.MSELoss()
loss_fn(model(x), x[:, :1]).backward()


# shown
@torch.no_grad()
def evaluate(loader):  # the same function for both sets
    model.eval()
    losses = [loss_fn(model(x), y) * len(x) for x, y in loader]
    model.train()
    return sum(losses).item() / len(loader.dataset)


print("train", evaluate(train_loader))
# end
assert evaluate(train_loader) == evaluate(train_loader) and model.training
