"""Weights drawn anew before the first training forward, from a generator of their own: batches come as without the change."""

import math

import torch
from torch import nn

DENSE = (nn.Linear, nn.modules.conv._ConvNd, nn.Bilinear)
RECURRENT = (nn.modules.rnn.RNNBase, nn.modules.rnn.RNNCellBase)
GATES = {"LSTM": 4, "GRU": 3, "LSTMCell": 4, "GRUCell": 3}
CODE = {"he": "kaiming_normal_", "glorot": "xavier_uniform_", "lecun": "kaiming_normal_"}


def initializer(training, wanted):
    """Draws dense, convolutional and recurrent layers anew, of each model that was not loaded from a file."""
    loaded = _watch_loading()
    training.why["initializer"] = "no-layer"

    def draw(root, module, args, kwargs):
        if any(id(one) in loaded for one in module.modules()):
            training.report.refused("initializer", "loaded")
            return
        generator = torch.Generator().manual_seed((torch.initial_seed() + len(training.forwards.roots())) % (1 << 63))
        drawn = redraw(module, wanted, generator)
        if drawn:
            how = f"nn.init.{CODE[wanted]} on the weights of {drawn} layers, biases 0"
            training.report.applied("initializer", how, function=CODE[wanted], to=wanted, layers=drawn)

    training.on("initializer", training.at_first, draw)


def _watch_loading():
    """Ids of modules whose weights came from elsewhere; filled as it happens."""
    loaded, held = set(), []
    originals = nn.Module.load_state_dict, torch.load

    def load_state_dict(module, *args, **kwargs):
        for one in module.modules():
            loaded.add(id(one))
            held.append(one)
        return originals[0](module, *args, **kwargs)

    def load(*args, **kwargs):
        found = originals[1](*args, **kwargs)
        if isinstance(found, nn.Module):
            for one in found.modules():
                loaded.add(id(one))
                held.append(one)
        return found

    nn.Module.load_state_dict, torch.load = load_state_dict, load
    return loaded


def redraw(module, wanted, generator):
    """Draw all that is to be drawn within a module; returns how many layers were."""
    embedded = {id(one.weight) for one in module.modules() if isinstance(one, nn.Embedding)}
    drawn = 0
    with torch.no_grad():
        for layer in module.modules():
            if isinstance(layer, RECURRENT):
                _recurrent(layer, wanted, generator)
            elif isinstance(layer, nn.MultiheadAttention):
                _attention(layer, wanted, generator)
            elif isinstance(layer, DENSE) and not nn.parameter.is_lazy(layer.weight) and id(layer.weight) not in embedded:
                weight(layer.weight, wanted, generator)
                if layer.bias is not None:
                    layer.bias.zero_()
            else:
                _others(layer)
                continue
            drawn += 1
    return drawn


def weight(tensor, wanted, generator, rows=None):
    """One weight matrix or kernel in place; `rows`: so many of its first axis belong to one gate."""
    fan_in, fan_out = nn.init._calculate_fan_in_and_fan_out(tensor)
    fan_out = fan_out if rows is None else rows
    drawn = torch.empty(tensor.shape)
    if wanted == "glorot":
        bound = math.sqrt(6.0 / (fan_in + fan_out))
        drawn.uniform_(-bound, bound, generator=generator)
    else:
        drawn.normal_(0.0, math.sqrt((2.0 if wanted == "he" else 1.0) / fan_in), generator=generator)
    tensor.copy_(drawn)


def _recurrent(layer, wanted, generator):
    """Inputs by the rule, states orthogonal, each gate by itself."""
    gates = GATES.get(type(layer).__name__, 1)
    for name, tensor in layer.named_parameters(recurse=False):
        if "bias" in name:
            tensor.zero_()
        elif "weight_hh" in name:
            rows = tensor.shape[0] // gates
            for at in range(0, tensor.shape[0], rows):
                drawn = torch.empty(max(tensor.shape[1], rows), max(tensor.shape[1], rows)).normal_(generator=generator)
                tensor[at : at + rows].copy_(torch.linalg.qr(drawn)[0][:rows, : tensor.shape[1]])
        else:
            weight(tensor, wanted, generator, tensor.shape[0] // gates)


def _attention(layer, wanted, generator):
    for name, tensor in layer.named_parameters(recurse=False):
        if tensor.dim() == 2:
            weight(tensor, wanted, generator, layer.embed_dim)
        elif name.endswith("bias"):
            tensor.zero_()


def _others(layer):
    """Scales and shifts that are no ones and zeros, and embeddings that tell nothing apart, begin as their class begins."""
    own = layer._parameters.get("weight")
    if own is None or not hasattr(layer, "reset_parameters") or nn.parameter.is_lazy(own):
        return
    if isinstance(layer, (nn.LayerNorm, nn.GroupNorm, nn.modules.batchnorm._NormBase)):
        if not bool((own == 1).all()):
            own.fill_(1.0)
        if layer.bias is not None:
            layer.bias.zero_()
    elif isinstance(layer, nn.Embedding) and own.numel() > 1 and float(own.std()) == 0.0:
        own.normal_(generator=torch.Generator().manual_seed(1))
