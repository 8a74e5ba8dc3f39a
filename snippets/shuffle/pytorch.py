# Every epoch has its own order; each batch mixes the classes.
import torch

torch.manual_seed(0)
labels = torch.arange(4).repeat_interleave(64)  # sorted by class
dataset = torch.utils.data.TensorDataset(torch.randn(256, 2), labels)
# shown
loader = torch.utils.data.DataLoader(
    dataset, batch_size=32, shuffle=True
)
# an IterableDataset is not shuffled by it: shuffle where it reads
# end
model = torch.nn.Linear(2, 4)
for x, y in loader:
    torch.nn.functional.cross_entropy(model(x), y).backward()
    assert len(y.unique()) > 1
first, second = (torch.cat([y for _, y in loader]) for _ in range(2))
assert not torch.equal(first, second)
