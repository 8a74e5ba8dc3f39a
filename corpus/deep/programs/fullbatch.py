"""Logistic regression and beyond with L-BFGS on the whole table at once."""

import torch
from sklearn.datasets import load_iris
from sklearn.preprocessing import scale

torch.manual_seed(0)
inputs, species = load_iris(return_X_y=True)
inputs = torch.tensor(scale(inputs), dtype=torch.float32)
species = torch.tensor(species)
perm = torch.randperm(150)
fit_rows, held = perm[:110], perm[110:]

network = torch.nn.Sequential(torch.nn.Linear(4, 8), torch.nn.Tanh(), torch.nn.Linear(8, 3))
objective = torch.nn.CrossEntropyLoss()
optimiser = torch.optim.LBFGS(network.parameters(), lr=0.3, max_iter=4, history_size=10)


def closure():
    optimiser.zero_grad()
    value = objective(network(inputs[fit_rows]), species[fit_rows])
    value = value + 1e-3 * sum((p ** 2).sum() for p in network.parameters() if p.dim() > 1)
    value.backward()
    return value


for iteration in range(30):
    value = optimiser.step(closure)
    if iteration % 3 == 2:
        with torch.no_grad():
            guess = network(inputs[held]).argmax(1)
        hits = int((guess == species[held]).sum())
        print(f"{iteration + 1:3d}) objective {float(value):.6f}; {hits} of {len(held)} right")
