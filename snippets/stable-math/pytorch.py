# The logarithm of a softmax in one step stays finite where softmax and log do not.
import torch

torch.manual_seed(0)
logits = torch.tensor([[200.0, 0.0], [-200.0, 0.0]], requires_grad=True)
labels = torch.tensor([1, 0])
# shown
loss = torch.nn.functional.cross_entropy(logits, labels)  # not log(softmax)
# in mixed precision bfloat16 has float32's range; float16 needs GradScaler
with torch.autocast("cpu", dtype=torch.bfloat16):
    hidden = torch.nn.Linear(4, 2)(torch.randn(8, 4) * 1e5)
scaled = hidden.float() / (hidden.float().norm(dim=-1, keepdim=True) + 1e-8)
# end
loss.backward()
assert loss.item() == 200 and logits.grad.isfinite().all()
assert logits.softmax(-1).log().isinf().any()
assert hidden.isfinite().all() and hidden.half().isinf().any() and scaled.isfinite().all()
