"""The callbacks under their ecosystems' names, where nothing is injected: `python integrated.py KIND FOLDER [PACKAGE]`."""

import sys

import torch

KIND, FOLDER = sys.argv[1], sys.argv[2]
PACKAGE = sys.argv[3] if len(sys.argv) > 3 else "pytorch_lightning"
sys.argv = [sys.argv[0], FOLDER, PACKAGE]
torch.set_num_threads(1)
torch.manual_seed(7)


def transformers():
    import trained_by_transformers as own
    from whyloss.integration.transformers import WhylossCallback

    own.transformers.set_seed(7)
    return own.trained("plain", callbacks=[WhylossCallback()], eval_strategy="epoch", weight_decay=0.01)


def lightning():
    import trained_by_lightning as own
    from whyloss.integration.lightning import WhylossCallback

    torch.manual_seed(7)
    return own.fitted("fitted", callbacks=[WhylossCallback()])


def logger():
    import trained_by_lightning as own
    from whyloss.integration.lightning import WhylossLogger

    torch.manual_seed(7)
    return own.fitted("fitted", logger=WhylossLogger())


def accelerate():
    import trained_by_accelerate as own
    from whyloss.integration.accelerate import WhylossTracker

    torch.manual_seed(7)
    return own.trained(log=True, log_with=WhylossTracker("digits"))


if __name__ == "__main__":
    from marks import mark

    print("plain" if KIND in ("transformers", "accelerate") else "fitted", mark(globals()[KIND]()))
