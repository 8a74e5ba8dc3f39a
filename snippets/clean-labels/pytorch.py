# Labels that a model which never saw them contradicts most confidently come first to a person.
import torch

torch.manual_seed(0)
x = torch.randn(200, 2)
labels = (x[:, 0] > 0).long()
wrong = x[:, 0].abs().topk(10).indices
labels[wrong] = 1 - labels[wrong]


def trained(x, labels):
    model = torch.nn.Linear(2, 2)
    optimizer = torch.optim.Adam(model.parameters(), lr=0.1)
    for _ in range(40):
        loss = torch.nn.functional.cross_entropy(model(x), labels)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return model


# shown
believed = torch.empty(len(x))  # how much each label is believed
for fold in range(5):
    out = torch.arange(len(x)) % 5 == fold
    model = trained(x[~out], labels[~out])
    with torch.no_grad():
        p = model(x[out]).softmax(1)
    believed[out] = p.gather(1, labels[out, None])[:, 0]
suspects = believed.argsort()[:20]  # look at these first
# end
assert set(wrong.tolist()) <= set(suspects.tolist())
