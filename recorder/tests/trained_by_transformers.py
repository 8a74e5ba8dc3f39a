"""Small trainings by Hugging Face's Trainer, each of another kind; prints a hash of the final weights of each.

    python trained_by_transformers.py FOLDER [NAME ...]
"""

import os
import sys

import torch
import transformers
from marks import digits, docstrings, mark
from torch import nn
from torch.nn import functional as F
from transformers import Trainer, TrainingArguments

OLD = int(transformers.__version__.split(".")[0]) < 5
FOLDER = sys.argv[1] if len(sys.argv) > 1 else "out"


def settings(name, kind=TrainingArguments, **more):
    """TrainingArguments of the installed version, on the CPU, with nothing reported."""
    given = dict(output_dir=os.path.join(FOLDER, name), per_device_train_batch_size=32, per_device_eval_batch_size=64,
                 num_train_epochs=3, learning_rate=2e-3, logging_steps=5, save_strategy="no", report_to="none", seed=3,
                 disable_tqdm=True)  # fmt: skip
    given.update(more)
    given["no_cuda" if OLD else "use_cpu"] = True
    if OLD and "eval_strategy" in given:
        given["evaluation_strategy"] = given.pop("eval_strategy")
    return kind(**given)


def bert(**more):
    config = transformers.BertConfig(vocab_size=17, hidden_size=16, num_hidden_layers=1, num_attention_heads=2,
                                     intermediate_size=32, max_position_embeddings=16, num_labels=10, **more)  # fmt: skip
    return transformers.BertForSequenceClassification(config)


def rows():
    """Digits as 16 tokens of 17 kinds: (training set, held-out set), of 320 and 100 examples."""
    x, y = digits()
    x = F.avg_pool2d(torch.tensor(x, dtype=torch.float32).reshape(-1, 1, 8, 8), 2).reshape(-1, 16).long()
    items = [{"input_ids": a, "labels": int(b)} for a, b in zip(x, y)]
    return items[:320], items[400:500]


def trained(name, model=None, kind=Trainer, callbacks=None, **more):
    model = model or bert()
    train, held = rows()
    kind(model=model, args=settings(name, **more), train_dataset=train, eval_dataset=held, callbacks=callbacks).train()
    return model


def early():
    stop = transformers.EarlyStoppingCallback(early_stopping_patience=1, early_stopping_threshold=10.0)
    return trained("early", callbacks=[stop], num_train_epochs=6, eval_strategy="epoch", save_strategy="epoch",
                   load_best_model_at_end=True, metric_for_best_model="loss", greater_is_better=False,
                   warmup_steps=5, save_total_limit=1)  # fmt: skip


def resumed():
    train, held = rows()
    given = dict(num_train_epochs=2, eval_strategy="epoch", save_strategy="epoch")
    one = Trainer(model=bert(), args=settings("resumed", **given), train_dataset=train, eval_dataset=held)
    one.args.num_train_epochs = 1
    one.train()
    two = Trainer(model=bert(), args=settings("resumed", **given), train_dataset=train, eval_dataset=held)
    two.train(resume_from_checkpoint=True)
    return two.model


class Weighted(Trainer):
    """A loss of one's own."""

    def compute_loss(self, model, inputs, return_outputs=False, **_):
        labels = inputs.pop("labels")
        outputs = model(**inputs)
        loss = F.cross_entropy(outputs.logits, labels, weight=torch.linspace(0.5, 1.5, 10))
        return (loss, outputs) if return_outputs else loss


class Rows(nn.Module):
    """A module of one's own that takes labels and gives a dict."""

    def __init__(self):
        super().__init__()
        self.body = nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10))

    def forward(self, pixels, labels=None):
        logits = self.body(pixels)
        return {"loss": F.cross_entropy(logits, labels), "logits": logits}


def own(name="own", **more):
    x, y = digits()
    items = [{"pixels": torch.tensor(a, dtype=torch.float32) / 16, "labels": int(b)} for a, b in zip(x, y)]
    model = Rows()
    args = settings(name, eval_strategy="epoch", **more)
    Trainer(model=model, args=args, train_dataset=items[:400], eval_dataset=items[400:500]).train()
    return model


def gpt2():
    config = transformers.GPT2Config(vocab_size=128, n_positions=32, n_embd=16, n_layer=1, n_head=2)
    ids = docstrings(32, 200)
    items = [{"input_ids": one, "labels": one} for one in ids]
    model = transformers.GPT2LMHeadModel(config)
    args = settings("gpt2", max_steps=12, eval_strategy="steps", eval_steps=6, lr_scheduler_type="cosine", warmup_steps=4)
    Trainer(model=model, args=args, train_dataset=items[:160], eval_dataset=items[160:]).train()
    return model


def seq2seq():
    config = transformers.T5Config(vocab_size=32, d_model=16, d_kv=8, d_ff=32, num_layers=1, num_heads=2,
                                   decoder_start_token_id=0)  # fmt: skip
    own = torch.Generator().manual_seed(1)
    ids = torch.randint(2, 32, (120, 8), generator=own)
    # what DataCollatorForSeq2Seq would make of the labels
    items = [{"input_ids": one, "labels": one.flip(0), "decoder_input_ids": F.pad(one.flip(0)[:-1], (1, 0))} for one in ids]
    model = transformers.T5ForConditionalGeneration(config)
    args = settings("seq2seq", transformers.Seq2SeqTrainingArguments, eval_strategy="epoch", label_smoothing_factor=0.1)
    transformers.Seq2SeqTrainer(model=model, args=args, train_dataset=items[:100], eval_dataset=items[100:]).train()
    return model


def frozen():
    train, held = rows()
    made = bert()
    made.bert.save_pretrained(os.path.join(FOLDER, "body"))
    model = transformers.BertForSequenceClassification.from_pretrained(os.path.join(FOLDER, "body"), num_labels=10)
    for one in model.bert.parameters():
        one.requires_grad = False
    Trainer(model=model, args=settings("frozen"), train_dataset=train, eval_dataset=held).train()
    return model


TRAININGS = {
    "plain": lambda: trained("plain", eval_strategy="epoch", weight_decay=0.01),
    "accumulated": lambda: trained("accumulated", gradient_accumulation_steps=4, eval_strategy="epoch"),
    "bfloat16": lambda: trained("bfloat16", bf16=True),
    "unclipped": lambda: trained("unclipped", max_grad_norm=0.0, lr_scheduler_type="constant"),
    "early": early,
    "resumed": resumed,
    "smoothed": lambda: trained("smoothed", label_smoothing_factor=0.1, eval_strategy="epoch"),
    "weighted": lambda: trained("weighted", kind=Weighted, eval_strategy="epoch", gradient_accumulation_steps=2),
    "own": own,
    "gpt2": gpt2,
    "seq2seq": seq2seq,
    "frozen": frozen,
}


def main():
    torch.set_num_threads(1)
    for name in sys.argv[2:] or TRAININGS:
        transformers.set_seed(7)
        print(name, mark(TRAININGS[name]()), flush=True)


if __name__ == "__main__":
    main()
