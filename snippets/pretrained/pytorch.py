# Pretrained weights below, a new head above; the head learns first.
import torch

torch.manual_seed(0)
classes = 3
backbone = torch.nn.Sequential(torch.nn.Linear(8, 16), torch.nn.ReLU())
before = backbone[0].weight.detach().clone()
# shown
# backbone: a network with its trained weights, its last layer cut off
backbone.requires_grad_(False)
head = torch.nn.Linear(16, classes)
model = torch.nn.Sequential(backbone, head)
optimizer = torch.optim.AdamW(head.parameters(), lr=1e-3)
# later: backbone.requires_grad_(True), with a tenth of the rate
# end
loss = torch.nn.functional.cross_entropy(model(torch.randn(4, 8)), torch.tensor([0, 1, 2, 0]))
loss.backward()
optimizer.step()
assert torch.equal(backbone[0].weight, before) and head.weight.grad.norm() > 0
