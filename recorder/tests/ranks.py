"""Two ranks over gloo; rank 0 prints a hash of the final weights. Starts both itself where no torchrun has."""

import hashlib
import os
import socket
import subprocess
import sys


def launch():
    """What torchrun does, which Debian's PyTorch 1.13 cannot under its own Python 3.11."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    common = {**os.environ, "WORLD_SIZE": "2", "MASTER_ADDR": "127.0.0.1", "MASTER_PORT": port}
    ranks = [subprocess.Popen([sys.executable, __file__], env={**common, "RANK": str(rank)}) for rank in range(2)]
    sys.exit(max(one.wait() for one in ranks))


def train():
    """Each rank draws its own batches; the gradients are averaged."""
    import torch
    from torch import distributed, nn
    from torch.nn.parallel import DistributedDataParallel

    torch.set_num_threads(1)
    torch.manual_seed(3)
    distributed.init_process_group("gloo")
    net = DistributedDataParallel(nn.Sequential(nn.Linear(12, 24), nn.ReLU(), nn.Linear(24, 4)))
    optimizer = torch.optim.Adam(net.parameters())
    own = torch.Generator().manual_seed(distributed.get_rank())
    for _ in range(60):
        x, y = torch.randn(16, 12, generator=own), torch.randint(0, 4, (16,), generator=own)
        optimizer.zero_grad()
        nn.functional.cross_entropy(net(x), y).backward()
        optimizer.step()
    if distributed.get_rank() == 0:
        weights = b"".join(one.detach().numpy().tobytes() for one in net.parameters())
        print(hashlib.sha256(weights).hexdigest()[:16])
    distributed.destroy_process_group()


if __name__ == "__main__":
    train() if "RANK" in os.environ else launch()
