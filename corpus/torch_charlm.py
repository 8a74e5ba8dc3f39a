"""Trains a recurrent character language model on the help texts that ship with Python.

    python3 torch_charlm.py --lr 0.003 --clip 1
    python3 torch_charlm.py --fault exploding-gradients
"""

import pydoc_data.topics as help_texts

import torch
import torch.nn.functional as F
from torch import nn

import settings
import torch_print
import torch_train

torch.set_num_threads(1)
LENGTH = 32
CHARACTERS = 60_000


class CharModel(nn.Module):
    """Embedding, a recurrent layer, and one output for each character."""

    def __init__(self, s, size):
        super().__init__()
        self.embed = nn.Embedding(size, 32)
        if s.net == "rnn":
            self.cell = nn.RNN(32, s.width, batch_first=True, nonlinearity="relu")
        else:
            self.cell = nn.GRU(32, s.width, batch_first=True)
        self.drop = nn.Dropout(s.dropout)
        self.last = nn.Linear(s.width, size)

    def forward(self, x):
        return self.last(self.drop(self.cell(self.embed(x))[0]))


def read_text(s):
    """Training and validation characters as ids, and how many kinds there are."""
    text = "\n".join(help_texts.topics[k] for k in sorted(help_texts.topics))[:CHARACTERS]
    kinds = sorted(set(text))
    ids = torch.tensor([kinds.index(c) for c in text])
    cut = int(0.9 * len(ids))
    return ids[: s.examples or cut], ids[cut:], len(kinds)


def batches(ids, size, shuffled):
    """Windows of a fixed length, each with its next characters as targets."""
    starts = torch.arange(0, len(ids) - LENGTH - 1, LENGTH)
    if shuffled:
        starts = starts[torch.randperm(len(starts))]
    for rows in starts.split(size):
        at = rows[:, None] + torch.arange(LENGTH)
        yield ids[at], ids[at + 1]


def loss_of(out, y):
    return F.cross_entropy(out.reshape(-1, out.shape[-1]), y.reshape(-1))


@torch.no_grad()
def evaluate(net, ids, size):
    """Mean cross-entropy of a character in evaluation mode."""
    net.eval()
    losses = [loss_of(net(x), y).item() for x, y in batches(ids, size, False)]
    net.train()
    return {"loss": sum(losses) / len(losses)}


def train(net, text, s, args):
    """The loop over epochs; evaluates after each."""
    ids, val_ids, _ = text
    steps = len(list(batches(ids, s.batch, False)))
    optimizer = torch_train.make_optimizer(s, net.parameters())
    schedule = torch_train.make_schedule(s, optimizer, steps)
    show = torch_print.printer(args.style, s.epochs, steps, steps * s.batch, s.batch)
    show.start()
    history = []
    for epoch in range(1, s.epochs + 1):
        total = 0.0
        for step, (x, y) in enumerate(batches(ids, s.batch, True)):
            if args.fault != "gradients-not-cleared":
                optimizer.zero_grad()
            if args.fault == "misaligned-labels":
                y = y[:, torch.randperm(LENGTH)]
            loss = loss_of(net(x), y)
            loss.backward()
            norm = float(nn.utils.clip_grad_norm_(net.parameters(), s.clip or float("inf")))
            lr = optimizer.param_groups[0]["lr"]
            optimizer.step()
            schedule.step()
            total += loss.item()
            show.step(epoch, step, loss.item(), lr, norm)
        val = evaluate(net, val_ids, s.batch)
        show.epoch(epoch, {"loss": total / steps}, val, lr)
        history.append({"train": total / steps, "val": val["loss"]})
    return history


def main():
    args = settings.parser(__doc__).parse_args()
    s = settings.read(args)
    torch.manual_seed(args.seed)
    text = read_text(s)
    net = CharModel(s, text[2])
    if args.summary:
        print(net)
    history = train(net, text, s, args)
    final = {"train": evaluate(net, text[0], s.batch), "val": evaluate(net, text[1], s.batch)}
    settings.write_result(
        args.result, s, history, final=final, nTrain=len(text[0]), nVal=len(text[1]), kinds=text[2],
        parameters=sum(p.numel() for p in net.parameters()),
    )


if __name__ == "__main__":
    main()
