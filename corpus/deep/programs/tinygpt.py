"""A character-level GPT, two layers small, on the docstrings of numpy."""

import math
from dataclasses import dataclass
from typing import Optional

import numpy
import torch
import torch.nn as nn
import torch.nn.functional as F

seed = 0
learning_rate = 3e-3
weight_decay = 0.01
warmup_steps = 20
max_steps = 240
per_device_batch_size = 16
logging_steps = 20
eval_steps = 60
block_size = 32
torch.manual_seed(seed)


@dataclass
class GPTConfig:
    vocab_size: int
    block_size: int = block_size
    n_layer: int = 2
    n_head: int = 2
    n_embd: int = 32
    dropout: float = 0.1


@dataclass
class CausalLMOutput:
    loss: Optional[torch.Tensor] = None
    logits: Optional[torch.Tensor] = None


class Attention(nn.Module):
    def __init__(self, config):
        super().__init__()
        self.n_head = config.n_head
        self.qkv = nn.Linear(config.n_embd, 3 * config.n_embd)
        self.proj = nn.Linear(config.n_embd, config.n_embd)
        self.drop = nn.Dropout(config.dropout)
        mask = torch.tril(torch.ones(config.block_size, config.block_size))
        self.register_buffer("mask", mask.view(1, 1, config.block_size, config.block_size))

    def forward(self, x):
        B, T, C = x.shape
        q, k, v = (t.view(B, T, self.n_head, C // self.n_head).transpose(1, 2) for t in self.qkv(x).split(C, dim=2))
        att = (q @ k.transpose(-2, -1)) / math.sqrt(k.shape[-1])
        att = att.masked_fill(self.mask[:, :, :T, :T] == 0, float("-inf"))
        att = self.drop(F.softmax(att, dim=-1))
        return self.proj((att @ v).transpose(1, 2).reshape(B, T, C))


class Block(nn.Module):
    def __init__(self, config):
        super().__init__()
        self.ln_1 = nn.LayerNorm(config.n_embd)
        self.attn = Attention(config)
        self.ln_2 = nn.LayerNorm(config.n_embd)
        self.mlp = nn.Sequential(
            nn.Linear(config.n_embd, 4 * config.n_embd), nn.GELU(),
            nn.Linear(4 * config.n_embd, config.n_embd), nn.Dropout(config.dropout))

    def forward(self, x):
        x = x + self.attn(self.ln_1(x))
        return x + self.mlp(self.ln_2(x))


class TinyGPT(nn.Module):
    def __init__(self, config):
        super().__init__()
        self.wte = nn.Embedding(config.vocab_size, config.n_embd)
        self.wpe = nn.Embedding(config.block_size, config.n_embd)
        self.h = nn.ModuleList([Block(config) for _ in range(config.n_layer)])
        self.ln_f = nn.LayerNorm(config.n_embd)
        self.lm_head = nn.Linear(config.n_embd, config.vocab_size, bias=False)
        self.apply(self._init_weights)

    def _init_weights(self, module):
        if isinstance(module, (nn.Linear, nn.Embedding)):
            module.weight.data.normal_(mean=0.0, std=0.02)

    def forward(self, input_ids=None, labels=None):
        positions = torch.arange(input_ids.shape[1])
        x = self.wte(input_ids) + self.wpe(positions)
        for block in self.h:
            x = block(x)
        logits = self.lm_head(self.ln_f(x))
        loss = None
        if labels is not None:
            loss = F.cross_entropy(logits.view(-1, logits.size(-1)), labels.view(-1), ignore_index=-100)
        return CausalLMOutput(loss=loss, logits=logits)


def corpus():
    names = sorted(n for n in numpy.__all__ if hasattr(numpy, n))
    return "\n".join(getattr(numpy, n).__doc__ or "" for n in names)[:200_000]


text = corpus()
chars = sorted(set(text))
stoi = {c: i for i, c in enumerate(chars)}
data = torch.tensor([stoi[c] for c in text], dtype=torch.long)
split = int(0.9 * len(data))
train_data, eval_data = data[:split], data[split:]


def get_batch(source, size):
    starts = torch.randint(len(source) - block_size - 1, (size,))
    return {
        "input_ids": torch.stack([source[i:i + block_size] for i in starts]),
        "labels": torch.stack([source[i + 1:i + 1 + block_size] for i in starts]),
    }


model = TinyGPT(GPTConfig(vocab_size=len(chars)))
decay = [p for p in model.parameters() if p.dim() >= 2]
no_decay = [p for p in model.parameters() if p.dim() < 2]
optimizer = torch.optim.AdamW(
    [{"params": decay, "weight_decay": weight_decay}, {"params": no_decay, "weight_decay": 0.0}], lr=learning_rate)
scheduler = torch.optim.lr_scheduler.LambdaLR(
    optimizer, lambda s: min((s + 1) / warmup_steps, max(0.1, (max_steps - s) / (max_steps - warmup_steps))))


@torch.no_grad()
def evaluate():
    model.eval()
    generator_state = torch.get_rng_state()
    torch.manual_seed(1234)
    losses = [model(**get_batch(eval_data, 64)).loss.item() for _ in range(2)]
    torch.set_rng_state(generator_state)
    model.train()
    return sum(losses) / len(losses)


model.train()
tr_loss = 0.0
for step in range(1, max_steps + 1):
    batch = get_batch(train_data, per_device_batch_size)
    outputs = model(**batch)
    outputs.loss.backward()
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimizer.step()
    scheduler.step()
    optimizer.zero_grad()
    tr_loss += outputs.loss.item()
    if step % logging_steps == 0:
        print({"loss": round(tr_loss / logging_steps, 4), "learning_rate": scheduler.get_last_lr()[0], "step": step})
        tr_loss = 0.0
    if step % eval_steps == 0:
        print({"eval_loss": round(evaluate(), 4), "step": step})
