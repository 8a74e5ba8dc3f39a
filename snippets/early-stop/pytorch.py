# The weights of the best epoch are kept, and the run ends when none better comes.
import copy

import torch

torch.manual_seed(0)
model = torch.nn.Linear(1, 1)
scores = [3.0, 2.0, 1.0, 1.5, 2.0, 2.5, 3.0, 0.5]


def train_epoch():
    torch.nn.init.constant_(model.weight, scores[epoch])


def validate():
    return model.weight.item()


# shown
best, patience, waited = float("inf"), 3, 0
for epoch in range(100):
    train_epoch()
    loss = validate()
    if loss < best:
        best, waited = loss, 0
        kept = copy.deepcopy(model.state_dict())
    else:
        waited += 1
        if waited == patience:
            break
model.load_state_dict(kept)
# end
assert epoch == 5 and validate() == 1.0
