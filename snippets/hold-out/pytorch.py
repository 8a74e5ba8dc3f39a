# A fifth of the data is held out and measured after each epoch.
import torch

torch.manual_seed(0)
x = torch.randn(100, 4)
dataset = torch.utils.data.TensorDataset(x, x.sum(1, keepdim=True))
model, loss_fn = torch.nn.Linear(4, 1), torch.nn.MSELoss()
torch.nn.functional.mse_loss(model(x), x[:, :1]).backward()
# shown
held = len(dataset) // 5
train, val = torch.utils.data.random_split(
    dataset, [len(dataset) - held, held],
    generator=torch.Generator().manual_seed(0),  # the same split each run
)
model.eval()
with torch.no_grad():
    losses = [loss_fn(model(x), y) for x, y in val]
print("validation loss", (sum(losses) / len(losses)).item())
# end
assert len(val) == 20 and not set(train.indices) & set(val.indices)
