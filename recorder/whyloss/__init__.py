"""The recorder of whyloss: watches a training from inside its process and changes nothing of it.

Nothing to do under `whyloss run -- python train.py`. Elsewhere, once, before the training loop:

    import whyloss
    whyloss.watch(model, optimizer)

The record is read by `whyloss diagnose FOLDER`. In a notebook `%load_ext whyloss` is all: each cell that trained is
followed by its report. Python 3.9 and later, standard library only.
"""

__version__ = "0.1.0"
__all__ = ["watch", "__version__"]


def watch(model=None, optimizer=None, out=None):
    """Record this process's training into the folder `out` (default: $WHYLOSS_OUT, else `.whyloss/<time>`).

    `model` (a torch.nn.Module) and `optimizer` (a torch.optim.Optimizer) may be left out where they are made later;
    given, they are found also where they were made before this call. Returns the folder as a string, or None where
    nothing can be recorded. Never raises for what it meets. Calling it again adds a model or an optimizer.
    """
    from . import begin, notebook

    folder = begin.watch(model, optimizer, out)
    try:
        shell = notebook.kernel()
        if shell is not None and folder is not None:
            notebook.attend(shell)
    except Exception:
        pass  # recorded it is all the same
    return folder


def load_ipython_extension(shell):
    """`%load_ext whyloss`: record what trains in this kernel, and show the report below each cell that trained."""
    from . import notebook

    notebook.attend(shell)


def unload_ipython_extension(shell):
    """`%unload_ext whyloss`: the kernel is as without it; the record stays."""
    from . import notebook

    notebook.leave()
