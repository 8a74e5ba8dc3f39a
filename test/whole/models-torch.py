"""Writes files of PyTorch as trainings leave them, and what PyTorch says is in them: argument 1 is the folder."""
import json
import os
import pickle
import sys
import zipfile

import torch
from torch import nn

folder, truth = sys.argv[1], {}
os.chdir(folder)
torch.manual_seed(7)


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 4, 3)
        self.norm = nn.BatchNorm2d(4, momentum=0.2)
        self.act = nn.ReLU()
        self.up = nn.ConvTranspose2d(4, 6, 2)
        self.drop = nn.Dropout(0.3)
        self.rnn = nn.LSTM(5, 7, 2, bidirectional=True)
        self.cell = nn.GRUCell(3, 2)
        self.attention = nn.MultiheadAttention(8, 2)
        self.ln = nn.LayerNorm(8)
        self.embed = nn.Embedding(11, 8)
        self.head = nn.Linear(8, 11, bias=False)
        self.head.weight = self.embed.weight
        self.normed = nn.utils.weight_norm(nn.Linear(3, 5))
        self.register_buffer("places", torch.arange(4))


def write(name, value, state=None, parameters=None, **how):
    torch.save(value, name, **how)
    state = value if state is None else state
    truth[name] = {
        "tensors": {
            key: {
                "shape": list(one.shape),
                "type": str(one.dtype).replace("torch.", ""),
                "values": one.detach().double().reshape(-1).tolist(),
            }
            for key, one in state.items()
        },
        "parameters": parameters,
    }


net = Net()
count = sum(one.numel() for one in net.parameters())
# a weight that is tied bears its first name
own = {key: one for key, one in net.state_dict().items() if key != "head.weight"}
for legacy in (False, True):
    how = {"_use_new_zipfile_serialization": not legacy}
    end = "-legacy.pt" if legacy else ".pt"
    write("state" + end, net.state_dict(), own, count, **how)
    write("whole" + end, net, own, count, **how)
    base = torch.arange(24.0).reshape(4, 6)
    views = {
        "turned.weight": base.t(),
        "part.weight": base[1:3, ::2],
        "spread.weight": base[0].expand(3, 6),
        "rows.weight": base[2:],
        "half.weight": base.half() / 3,
        "brain.weight": base.bfloat16() / 3,
        "double.weight": base.double() / 3,
        "long.ids": torch.tensor([-5, 2**40]),
        "flags": torch.tensor([True, False]),
        "bytes": torch.tensor([1, 200], dtype=torch.uint8),
        "one": torch.tensor(2.5),
        "none.weight": torch.zeros(0, 4),
    }
    write("views" + end, views, **how)

many = torch.randn(300, 300)
write("large.pt", {"a.weight": many, "b.weight": many.t()})

left = {
    "q.weight": torch.quantize_per_tensor(many[:3], 0.1, 0, torch.qint8),
    "s.weight": torch.eye(3).to_sparse(),
    "m.weight": torch.empty(3, device="meta"),
    "c.weight": torch.tensor([1 + 2j]),
    "a.weight": torch.ones(2, 2),
}
torch.save(left, "left.pt")

sequential = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Dropout(0.5), nn.Linear(8, 3), nn.Softmax(1))
steps = {}
for name, optimizer in (
    ("adamw", torch.optim.AdamW(sequential.parameters(), lr=0.01)),
    ("sgd", torch.optim.SGD(sequential.parameters(), lr=0.1, momentum=0.9, weight_decay=1e-4)),
    ("rmsprop", torch.optim.RMSprop(sequential.parameters(), lr=0.02)),
):
    schedule = torch.optim.lr_scheduler.StepLR(optimizer, 1)
    sequential(torch.randn(2, 4)).sum().backward()
    optimizer.step()
    schedule.step()
    steps[name] = optimizer
write("sequential.pt", sequential, sequential.state_dict(), 67)
torch.jit.script(sequential).save("scripted.pt")
truth["scripted.pt"] = truth["sequential.pt"]
for name, optimizer in steps.items():
    checkpoint = {"epoch": 3, "model_state_dict": sequential.state_dict(), "optimizer_state_dict": optimizer.state_dict()}
    write(f"checkpoint-{name}.pt", checkpoint, sequential.state_dict(), 67)
lightning = {
    "epoch": 4,
    "global_step": 50,
    "pytorch-lightning_version": "2.1.0",
    "state_dict": {f"model.{key}": one for key, one in sequential.state_dict().items()},
    "loops": {
        "fit_loop": {
            "epoch_progress": {"total": {"ready": 5, "completed": 4}},
            "epoch_loop.batch_progress": {"total": {"ready": 50}},
        }
    },
    "callbacks": {},
    "optimizer_states": [steps["sgd"].state_dict()],
    "lr_schedulers": [schedule.state_dict()],
    "hyper_parameters": {"lr": 0.25, "batch_size": 32, "optimizer": "SGD"},
}
write("lightning.ckpt", lightning, lightning["state_dict"], 67)
torch.save(steps["sgd"].state_dict(), "optimizer.pt")
torch.save(schedule.state_dict(), "scheduler.pt")
json.dump(truth, open("truth.json", "w"))


class Shell:
    """What a pickle can do to whoever loads it."""

    def __init__(self, call, *args):
        self.call, self.args = call, args

    def __reduce__(self):
        return self.call, self.args


MARK = f"touch {folder}/executed"
shell = Shell(os.system, MARK)
code = Shell(exec, f"import os; os.system('{MARK}')")
hostile = {
    "system": shell,
    "in-a-model": {"state_dict": {"a.weight": torch.ones(2, 2)}, "more": shell},
    "exec": code,
    "nested": Shell(Shell, Shell(eval, f"__import__('os').system('{MARK}')"), code),
    "in-a-tensor": {"a.weight": Shell(torch._utils._rebuild_tensor_v2, shell, 0, (2, 2), (2, 1), False, None)},
}
for name, value in hostile.items():
    for protocol in range(6):
        with open(f"hostile-{name}-{protocol}.pkl", "wb") as file:
            pickle.dump(value, file, protocol)
    torch.save(value, f"hostile-{name}.pt")
    torch.save(value, f"hostile-{name}-legacy.pt", _use_new_zipfile_serialization=False)

laughs = b"]q\x00(" + b"K\x01" * 100 + b"e"
for place in range(1, 200):
    laughs += b"0]q" + bytes([place]) + b"(" + (b"h" + bytes([place - 1])) * 100 + b"e"
copies = b"}q\x00(" + b"".join(b"J" + i.to_bytes(4, "little") + b"N" for i in range(5000)) + b"u"
copies += b"cbuiltins\ndict\nh\x00\x85R0" * 5000
bombs = {
    "laughs": laughs + b".",
    "copies": copies + b".",
    "deep": b"]" * 200_000 + b"a" * 199_999 + b".",
    "tuples": b")" + b"\x85" * 200_000 + b".",
    "marks": b"(" * 200_000,
    "long": b"\x8b\xff\xff\xff\x7f.",
    "text": b"X\xff\xff\xff\x7f.",
    "digits": b"L" + b"9" * 1_000_000 + b"L\n.",
    "bytes": b"\x8e" + b"\xff" * 8 + b".",
    "memo": b"N" + b"".join(b"r" + i.to_bytes(4, "big") for i in range(100_000)) + b".",
}
for name, value in bombs.items():
    with open(f"bomb-{name}.pkl", "wb") as file:
        file.write(value)
    with zipfile.ZipFile(f"bomb-{name}.pt", "w") as archive:
        archive.writestr("archive/data.pkl", value)
with zipfile.ZipFile("bomb-zip.pt", "w", zipfile.ZIP_DEFLATED) as archive:
    with archive.open("archive/data.pkl", "w", force_zip64=True) as member:
        for _ in range(1200):
            member.write(b"N" * 2**20)
