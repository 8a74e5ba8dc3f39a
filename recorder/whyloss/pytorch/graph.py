"""A walk over the autograd graph of a loss: the layers that made it, their activations and what first went in.

The graph keeps the tensors that it needs for the way back; they are read before that way is taken and not held. So no
hook is left on a module, nothing is called twice, and a compiled model, which has no such graph, is simply not seen.
"""

MOST_NODES = 6000
MOST_ALIKE = 24
MOST_VALUES = 1 << 21
BOUND = 0.01

# backward node -> (name of the activation, where its values are kept, whether these are its results)
ACTIVATIONS = {
    "ReluBackward0": ("relu", "_saved_result", True),
    "ThresholdBackward0": ("relu", "_saved_self", False),
    "HardtanhBackward0": ("relu6", "_saved_self", False),
    "LeakyReluBackward0": ("leaky-relu", "_saved_self", False),
    "EluBackward0": ("elu", "_saved_self_or_result", False),
    "GeluBackward0": ("gelu", "_saved_self", False),
    "SiluBackward0": ("silu", "_saved_self", False),
    "MishBackward0": ("mish", "_saved_self", False),
    "SoftplusBackward0": ("softplus", "_saved_self", False),
    "SigmoidBackward0": ("sigmoid", "_saved_result", True),
    "TanhBackward0": ("tanh", "_saved_result", True),
    "SoftmaxBackward0": ("softmax", "_saved_result", True),
    "LogSoftmaxBackward0": ("log-softmax", "_saved_result", True),
}
# backward node -> (edge of the data, edge of the weight, where the data are kept, what it is)
WEIGHTED = {
    "AddmmBackward0": (1, 2, "_saved_mat1", "linear"),
    "MmBackward0": (0, 1, "_saved_self", "linear"),
    "LinearBackward0": (0, 1, "_saved_input", "linear"),
    "MkldnnLinearBackward0": (0, 1, "_saved_self", "linear"),
    "ConvolutionBackward0": (0, 1, "_saved_input", "conv"),
    "NativeBatchNormBackward0": (0, 1, "_saved_input", "batch-norm"),
    "CudnnBatchNormBackward0": (0, 1, "_saved_input", "batch-norm"),
    "NativeLayerNormBackward0": (0, 1, "_saved_input", "layer-norm"),
    "NativeGroupNormBackward0": (0, 1, "_saved_input", "group-norm"),
    "EmbeddingBackward0": (None, 0, "_saved_indices", "embedding"),
}
MARK = "whyloss"
"""under which a loss is marked in the graph, so that its node need not be held"""
# only the shape or the type changes
THROUGH = (
    "View", "Reshape", "Squeeze", "Unsqueeze", "Select", "Slice", "Transpose", "Permute", "Clone", "ToCopy",
    "UnsafeView", "Alias", "Expand", "AsStrided", "Unbind", "Split", "T", "Mul", "Index", "Cat", "Stack", "Add",
)  # fmt: skip


# what overflows first where it is computed in 16 bits: backward node -> where it keeps a tensor of the type it ran in
NARROW = {"PowBackward0": "_saved_self", "ExpBackward0": "_saved_result", "SoftmaxBackward0": "_saved_result",
          "LogSoftmaxBackward0": "_saved_result", "MulBackward0": "_saved_self"}  # fmt: skip


class Graph:
    """What one walk found. `leaves`: ids of the parameters reached; `inputs`: (layer, what, tensor) of what first went in."""

    def __init__(self):
        self.leaves = {}
        self.inputs = []
        self.activations = []
        self.labels = []
        self.losses = set()
        self.complete = True
        self.half = None
        """the first operation that ran in float16, or None"""


def source(node):
    """What made a tensor: an activation's name, linear, conv, ..., or the node's own name; '' of a tensor without a graph."""
    for _ in range(8):
        if node is None:
            return ""
        name = node.name()
        if name in ACTIVATIONS:
            return ACTIVATIONS[name][0]
        if name in WEIGHTED:
            return WEIGHTED[name][3]
        stem = name.split("Backward")[0]
        if stem in ("Add", "Sub") and _weight(node, 1) is not None:
            return "linear"
        if stem not in THROUGH or not node.next_functions:
            return stem.lower()
        node = node.next_functions[0][0]
    return ""


def axis(node):
    """The axis along which the softmax that made a tensor runs; None where no softmax did."""
    for _ in range(8):
        if node is None:
            return None
        if node.name() in ("SoftmaxBackward0", "LogSoftmaxBackward0"):
            found = getattr(node, "_saved_dim", None)
            if found is None:
                return None
            # an unsigned number holds the negative ones
            found = found - (1 << 64) if found >= 1 << 63 else found
            shape = getattr(node, "_saved_result", None)
            return found % shape.dim() if shape is not None and shape.dim() else found
        stem = node.name().split("Backward")[0]
        # where axes changed places since, their numbers say nothing
        if stem not in THROUGH or stem in ("Transpose", "Permute", "T") or not node.next_functions:
            return None
        node = node.next_functions[0][0]
    return None


def walk(root, name_of):
    """Walk from `root` (a grad_fn). `name_of`: a parameter -> (layer, ...), or None."""
    out = Graph()
    seen, queue, alike = {root}, [root], {}
    while queue:
        node = queue.pop()
        if len(seen) > MOST_NODES:
            out.complete = False
            break
        name = node.name()
        marked = node.metadata.get(MARK)
        if marked is not None:
            out.losses.add(marked)
        variable = getattr(node, "variable", None)
        if variable is not None:
            out.leaves[id(variable)] = variable
            continue
        if out.half is None and name in NARROW:
            kept = _saved(node, NARROW[name])
            if kept is not None and str(kept.dtype) == "torch.float16":
                out.half = name.split("Backward")[0].lower()
        if name in WEIGHTED:
            _first(out, node, name, name_of)
        elif name in ACTIVATIONS:
            _activation(out, node, name, name_of, alike)
        for following, _ in node.next_functions:
            if following is not None and following not in seen:
                seen.add(following)
                queue.append(following)
    return out


def _weight(node, edge):
    """The parameter at the end of an edge, at most four nodes away; None where it needs no gradient."""
    if edge >= len(node.next_functions):
        return None
    at = node.next_functions[edge][0]
    for _ in range(4):
        if at is None:
            return None
        variable = getattr(at, "variable", None)
        if variable is not None:
            return variable
        if not at.next_functions:
            return None
        at = at.next_functions[0][0]
    return None


def _first(out, node, name, name_of):
    """Data that no earlier layer made: the raw input of this one."""
    data, weight, kept, what = WEIGHTED[name]
    if data is not None and node.next_functions[data][0] is not None:
        return
    layer = name_of(_weight(node, weight))
    if layer is None or any(one[0] == layer[0] for one in out.inputs):
        return
    tensor = _saved(node, kept)
    if tensor is not None:
        out.inputs.append((layer[0], what, tensor))


def _saved(node, kept):
    try:
        found = getattr(node, kept)
        return found.detach() if found is not None else None
    except (AttributeError, RuntimeError):
        return None


def owner(node, name_of):
    """The layer whose output an activation took, found down the data's edges; '' where it is not one of ours."""
    for _ in range(14):
        name = node.name()
        if name in WEIGHTED:
            found = name_of(_weight(node, WEIGHTED[name][1]))
            if found is not None:
                return found[0]
        steps = [one for one, _ in node.next_functions if one is not None and getattr(one, "variable", None) is None]
        if not steps:
            return ""
        node = steps[0]
    return ""


def _activation(out, node, name, name_of, alike):
    label, kept, results = ACTIVATIONS[name]
    if label in ("softmax", "log-softmax"):
        # that of an attention has more axes
        values = _saved(node, kept) if label == "softmax" else None
        if values is not None and values.dim() == 2:
            out.labels.append(label)
        return
    layer = owner(node, name_of)
    out.labels.append(label)
    key = (layer, label)
    alike[key] = alike.get(key, 0) + 1
    if alike[key] > MOST_ALIKE:
        return
    values = _saved(node, kept)
    if values is not None and values.dim() >= 2 and values.is_floating_point():
        out.activations.append((layer, label, values, results))


def activity(found):
    """layer -> {dead-share, saturated-share, activation-spread}, floats; several activations of a layer are averaged."""
    sums = {}
    for layer, label, values, results in found:
        measures = _measure(label, values, results)
        known = sums.setdefault(layer or label, {})
        for name, value in measures.items():
            known.setdefault(name, []).append(value)
    return {layer: {name: sum(all_) / len(all_) for name, all_ in one.items()} for layer, one in sums.items()}


def _measure(label, values, results):
    if values.numel() > MOST_VALUES:
        values = values[: max(1, MOST_VALUES * values.shape[0] // values.numel())]
    values = values.float()
    out = {"activation-spread": values.std(unbiased=False).item()}
    if label in ("relu", "relu6"):
        # a unit is a channel of an image, else the last axis; dead where no example of the batch moves it
        axis = 1 if values.dim() == 4 else values.dim() - 1
        moved = (values > 0).movedim(axis, -1).reshape(-1, values.shape[axis]).any(0)
        out["dead-share"] = 1.0 - moved.float().mean().item()
    elif label == "tanh":
        out["saturated-share"] = (values.abs() > 1 - 2 * BOUND).float().mean().item()
    elif label == "sigmoid":
        out["saturated-share"] = ((values < BOUND) | (values > 1 - BOUND)).float().mean().item()
    return out


def hidden(labels, output):
    """The activations of a walk without the one that made the loss's input, sorted."""
    rest = list(labels)
    if output in rest:
        rest.remove(output)
    return sorted(set(rest))
