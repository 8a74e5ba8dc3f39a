# A normalisation between the layers: activations keep their spread through twenty of them.
import torch

torch.manual_seed(0)
x = torch.randn(64, 32)


# shown
def block(width):
    return torch.nn.Sequential(
        torch.nn.Linear(width, width),
        torch.nn.LayerNorm(width),  # or BatchNorm1d, from batches of 16 on
        torch.nn.ReLU(),
    )


# end
plain = torch.nn.Sequential(*[torch.nn.Sequential(block(32)[0], torch.nn.ReLU()) for _ in range(20)])
normalised = torch.nn.Sequential(*[block(32) for _ in range(20)])
normalised(x).mean().backward()
assert plain(x).std() < 0.1 and 0.3 < normalised(x).std() < 2
