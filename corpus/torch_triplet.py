"""Learns an embedding of digit images with a triplet loss; the hardest negatives from the start make it collapse.

    python3 torch_triplet.py --lr 0.001
    python3 torch_triplet.py --fault collapsed-output --lr 0.01
"""

import torch

import data
import settings
import torch_net
import torch_print
import torch_train

torch.set_num_threads(1)
MARGIN = 0.5


def triplet_loss(e, y, hardest):
    """Mean hinge of positive against negative distances, over all triplets or over the hardest ones."""
    far = ((e[:, None] - e[None]) ** 2).sum(2)
    if not hardest:
        far = far.clamp_min(1e-12).sqrt()
    same = y[:, None] == y[None]
    if hardest:
        positive = far.masked_fill(~same, -1).max(1).values
        negative = far.masked_fill(same, 1e9).min(1).values
        return torch.relu(MARGIN + positive - negative).mean()
    eye = torch.eye(len(y), dtype=torch.bool)
    gaps = torch.relu(MARGIN + far[:, :, None] - far[:, None, :])
    return gaps[(same & ~eye)[:, :, None] & ~same[:, None, :]].mean()


@torch.no_grad()
def nearest_accuracy(net, x, y, x_val, y_val):
    """Share of validation images whose nearest training image has their label."""
    net.eval()
    e, v = net(x), net(x_val)
    net.train()
    return float((y[torch.cdist(v, e).argmin(1)] == y_val).float().mean())


def train(net, d, s, args):
    hardest = args.fault == "collapsed-output"
    x, y, x_val, y_val = (torch.from_numpy(a) for a in (d.x_train, d.y_train, d.x_val, d.y_val))
    loader = torch.utils.data.DataLoader(torch.utils.data.TensorDataset(x, y), batch_size=s.batch, shuffle=True)
    optimizer = torch_train.make_optimizer(s, net.parameters())
    show = torch_print.printer(args.style, s.epochs, len(loader), len(x), s.batch)
    show.start()
    history = []
    for epoch in range(1, s.epochs + 1):
        total = 0.0
        for step, (xb, yb) in enumerate(loader):
            optimizer.zero_grad()
            loss = triplet_loss(net(xb), yb, hardest)
            loss.backward()
            optimizer.step()
            total += loss.item()
            show.step(epoch, step, loss.item(), s.lr, 0.0)
        with torch.no_grad():
            val_loss = triplet_loss(net(x_val), y_val, hardest).item()
        row = {"train": total / len(loader), "val": val_loss, "accuracy": nearest_accuracy(net, x, y, x_val, y_val)}
        show.epoch(epoch, {"loss": row["train"]}, {"loss": val_loss}, s.lr)
        history.append(row)
    return history


def main():
    args = settings.parser(__doc__).parse_args()
    s = settings.read(args)
    torch.manual_seed(args.seed)
    d = data.load("digits", None, 2, args.seed)
    net = torch_net.build(s, 64, 16)
    history = train(net, d, s, args)
    end = history[-1]
    final = {"train": {"loss": end["train"]}, "val": {"loss": end["val"], "accuracy": end["accuracy"]}}
    settings.write_result(
        args.result, s, history, final=final, nTrain=len(d.x_train), nVal=len(d.x_val),
        parameters=sum(p.numel() for p in net.parameters()),
    )


if __name__ == "__main__":
    main()
