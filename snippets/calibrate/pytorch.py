# A temperature is fitted on the validation set: confidence comes down to what the accuracy allows.
import torch

torch.manual_seed(0)
labels = torch.randint(0, 2, (400,))
right = torch.rand(400) < 0.8
logits = 10.0 * torch.nn.functional.one_hot(torch.where(right, labels, 1 - labels), 2).float()
# shown
# logits, labels: of the validation set, from the trained model
log_t = torch.zeros((), requires_grad=True)
optimizer = torch.optim.LBFGS([log_t], max_iter=50)


def closure():
    optimizer.zero_grad()
    loss = torch.nn.functional.cross_entropy(logits / log_t.exp(), labels)
    loss.backward()
    return loss


optimizer.step(closure)
probabilities = (logits / log_t.exp().detach()).softmax(1)
# end
assert abs(probabilities.max(1).values.mean() - right.float().mean()) < 0.02
