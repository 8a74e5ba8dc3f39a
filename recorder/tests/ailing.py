"""A small training that may ail: steps, rate, pause in seconds, and what goes wrong (softmax, hole, wild, exit, raise)."""

import sys, time, torch
steps, rate, pause, how = int(sys.argv[1]), float(sys.argv[2]), float(sys.argv[3]), sys.argv[4:]
torch.manual_seed(0)
x = torch.randn(256, 8)
y = (x[:, :3].sum(1) > 0).long()
layers = [torch.nn.Linear(8, 32), torch.nn.ReLU(), torch.nn.Linear(32, 2)]
net = torch.nn.Sequential(*layers, *([torch.nn.Softmax(dim=1)] if "softmax" in how else []))
optimizer = torch.optim.SGD(net.parameters(), lr=rate)
measure = torch.nn.CrossEntropyLoss()
if "hole" in how:
    x[3, 3] = float("nan")
for step in range(steps):
    at = torch.randperm(256)[:64] if "hole" not in how else torch.arange(64)
    loss = measure(net(x[at]), y[at]) * (1e4 if "wild" in how else 1)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    print("step", step + 1, "of", steps, flush=True)
    time.sleep(pause)
print(repr([parameter.sum().item() for parameter in net.parameters()]))
if "exit" in how:
    sys.exit(3)
if "raise" in how:
    raise KeyError("lost")
