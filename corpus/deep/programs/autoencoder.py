"""A convolutional autoencoder of 8x8 digits with a code of a few numbers."""

import torch
import torch.nn as nn
import torch.optim as optim
from sklearn.datasets import load_digits

random_seed = 7
torch.manual_seed(random_seed)
num_epochs = 6
batch_size = 32
learning_rate = 2e-3
code_size = 16

imgs = torch.tensor(load_digits().images, dtype=torch.float32).unsqueeze(1) / 16
imgs = imgs[torch.randperm(len(imgs))]
train_imgs, test_imgs = imgs[:1500], imgs[1500:]


class Encoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Sequential(
            nn.Conv2d(1, 12, 3, stride=2, padding=1), nn.ReLU(),
            nn.Conv2d(12, 24, 3, stride=2, padding=1), nn.ReLU(),
            nn.Flatten())
        self.code = nn.Linear(24 * 4, code_size)

    def forward(self, x):
        return self.code(self.conv(x))


class Decoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.expand = nn.Linear(code_size, 24 * 4)
        self.deconv = nn.Sequential(
            nn.ConvTranspose2d(24, 12, 2, stride=2), nn.ReLU(),
            nn.ConvTranspose2d(12, 1, 2, stride=2))

    def forward(self, z):
        h = torch.relu(self.expand(z)).view(-1, 24, 2, 2)
        return torch.sigmoid(self.deconv(h))


encoder, decoder = Encoder(), Decoder()
loss_function = nn.BCELoss()
optimizer = optim.RMSprop(list(encoder.parameters()) + list(decoder.parameters()), lr=learning_rate)
history = {'train': [], 'test': []}

for epoch in range(num_epochs):
    encoder.train()
    decoder.train()
    running_loss = 0.0
    perm = torch.randperm(len(train_imgs))
    n_batches = len(train_imgs) // batch_size
    for b in range(n_batches):
        images = train_imgs[perm[b * batch_size:(b + 1) * batch_size]]
        optimizer.zero_grad()
        reconstruction = decoder(encoder(images))
        loss = loss_function(reconstruction, images)
        loss.backward()
        optimizer.step()
        running_loss += loss.item()
    encoder.eval()
    decoder.eval()
    with torch.no_grad():
        out = decoder(encoder(test_imgs))
        test_loss = loss_function(out, test_imgs).item()
        pixel_error = (out - test_imgs).abs().mean().item()
    history['train'].append(running_loss / n_batches)
    history['test'].append(test_loss)
    print('[%d] train_loss: %.5f, test_loss: %.5f, pixel error: %.4f' % (epoch + 1, history['train'][-1], test_loss, pixel_error))
