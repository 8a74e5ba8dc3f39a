# The operation that makes the first NaN of a backward pass is named.
import torch

torch.manual_seed(0)
model = torch.nn.Linear(4, 1)
x = torch.randn(8, 4)


def loss_fn(output):
    return torch.sqrt(output - output).mean()  # its slope at 0 is infinite


def search():
    # shown
    with torch.autograd.detect_anomaly():  # slow: for the search alone
        loss = loss_fn(model(x))
        assert loss.isfinite(), "the forward pass made it"
        loss.backward()  # raises, below the line that made the value
    # end


try:
    search()
    message = ""
except RuntimeError as error:
    message = str(error)
assert "nan values" in message
