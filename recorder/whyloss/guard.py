"""Calls what is ours in the middle of what is the user's."""


def guarded(training, call, *args, always=False):
    """Call it while `training` records, or `always`; what it raises ends the recording, not the training."""
    if not (training.on or always):
        return None
    try:
        return call(*args)
    except Exception as error:
        training.fail(error)
        return None
