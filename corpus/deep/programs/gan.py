"""A small GAN that draws 8x8 digits."""

import numpy as np
import torch
import torch.nn as nn
from sklearn.datasets import load_digits
from torch.autograd import Variable

np.random.seed(3)
torch.manual_seed(3)
latent_dim, batch_size, n_epochs, lr, b1 = 16, 64, 10, 2e-3, 0.5
real_images = torch.FloatTensor(load_digits().data / 8.0 - 1.0)
dataloader = torch.utils.data.DataLoader(real_images, batch_size=batch_size, shuffle=True, drop_last=True)


class Generator(nn.Module):
    def __init__(self):
        super(Generator, self).__init__()
        self.model = nn.Sequential(
            nn.Linear(latent_dim, 64), nn.LeakyReLU(0.2), nn.Linear(64, 128), nn.BatchNorm1d(128), nn.LeakyReLU(0.2),
            nn.Linear(128, 64), nn.Tanh())

    def forward(self, z):
        return self.model(z)


class Discriminator(nn.Module):
    def __init__(self):
        super(Discriminator, self).__init__()
        self.model = nn.Sequential(
            nn.Linear(64, 64), nn.LeakyReLU(0.2), nn.Dropout(0.2), nn.Linear(64, 32), nn.LeakyReLU(0.2),
            nn.Linear(32, 1), nn.Sigmoid())

    def forward(self, img):
        return self.model(img)


adversarial_loss = nn.BCELoss()
generator = Generator()
discriminator = Discriminator()
optimizer_G = torch.optim.Adam(generator.parameters(), lr=lr, betas=(b1, 0.999))
optimizer_D = torch.optim.Adam(discriminator.parameters(), lr=lr / 4, betas=(b1, 0.999))

for epoch in range(n_epochs):
    for i, imgs in enumerate(dataloader):
        valid = Variable(torch.ones(imgs.size(0), 1), requires_grad=False)
        fake = Variable(torch.zeros(imgs.size(0), 1), requires_grad=False)

        optimizer_G.zero_grad()
        z = torch.FloatTensor(np.random.normal(0, 1, (imgs.shape[0], latent_dim)))
        gen_imgs = generator(z)
        g_loss = adversarial_loss(discriminator(gen_imgs), valid)
        g_loss.backward()
        optimizer_G.step()

        optimizer_D.zero_grad()
        real_loss = adversarial_loss(discriminator(imgs), valid)
        fake_loss = adversarial_loss(discriminator(gen_imgs.detach()), fake)
        d_loss = (real_loss + fake_loss) / 2
        d_loss.backward()
        optimizer_D.step()

        if i % 9 == 0:
            print("[Epoch %d/%d] [Batch %d/%d] [D loss: %f] [G loss: %f]"
                  % (epoch, n_epochs, i, len(dataloader), d_loss.item(), g_loss.item()))

with torch.no_grad():
    samples = generator(torch.randn(500, latent_dim))
    distance = torch.cdist(samples, real_images).min(1).values.mean().item()
print("distance to the nearest real image: %.4f, spread of samples: %.4f" % (distance, samples.std(0).mean().item()))
