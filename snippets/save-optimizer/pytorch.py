# Optimizer and schedule are saved with the weights: the resumed run goes on where it stood.
import copy
import os
import tempfile

import torch

torch.manual_seed(0)
x = torch.randn(64, 8)
y = x.sum(1, keepdim=True)
path = os.path.join(tempfile.mkdtemp(), "last.pt")


def fresh():
    model = torch.nn.Linear(8, 1)
    optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
    return model, optimizer, torch.optim.lr_scheduler.StepLR(optimizer, 5)


def train(model, optimizer, schedule):
    for _ in range(8):
        loss = torch.nn.functional.mse_loss(model(x), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        schedule.step()
    return loss.item()


model, optimizer, schedule = fresh()
train(model, optimizer, schedule)
# shown
state = {"model": model, "optimizer": optimizer, "schedule": schedule}
torch.save({name: one.state_dict() for name, one in state.items()}, path)
# end
unbroken = train(model, optimizer, schedule)
model, optimizer, schedule = fresh()
state = {"model": model, "optimizer": optimizer, "schedule": schedule}
# shown
# and where the run is resumed, after all three were made anew:
for name, saved in torch.load(path).items():
    state[name].load_state_dict(saved)
# end
assert abs(train(model, optimizer, schedule) - unbroken) < 1e-6
