# Each epoch sees the training images mirrored and moved at random.
import torch

torch.manual_seed(0)
images = torch.rand(64, 1, 8, 8)
labels = torch.randint(0, 2, (64,))


# shown
def augment(images):  # training only; the label must survive it
    mirrored = torch.rand(len(images), 1, 1, 1) < 0.5
    images = torch.where(mirrored, images.flip(-1), images)
    dy, dx = torch.randint(-2, 3, (2,)).tolist()
    return images.roll((dy, dx), dims=(-2, -1))


# end
model = torch.nn.Sequential(torch.nn.Flatten(), torch.nn.Linear(64, 2))
loss = torch.nn.functional.cross_entropy(model(augment(images)), labels)
loss.backward()
first, second = augment(images), augment(images)
assert first.shape == images.shape and not torch.equal(first, second)
assert torch.allclose(first.sum((1, 2, 3)), images.sum((1, 2, 3)), atol=1e-4)
