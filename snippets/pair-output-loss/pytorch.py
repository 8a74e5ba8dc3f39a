# Logits go into the loss as they are: the first loss is ln K and falls.
import torch

torch.manual_seed(0)
classes = 3
x = torch.randn(90, 4)
labels = x[:, :classes].argmax(1)
# shown
model = torch.nn.Linear(4, classes)  # K classes: K logits, no softmax
loss_fn = torch.nn.CrossEntropyLoss()  # labels: int64, 0 .. K-1
# two classes: one logit, BCEWithLogitsLoss, labels as float 0 or 1
loss = loss_fn(model(x), labels)
probabilities = model(x).softmax(-1)  # for people, not for the loss
# end
optimizer = torch.optim.Adam(model.parameters(), lr=0.1)
first = loss.item()
for _ in range(60):
    loss = loss_fn(model(x), labels)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
floor = loss_fn(torch.eye(3)[labels], labels)  # a softmax before the loss cannot go below
assert loss < 0.7 * floor < first
