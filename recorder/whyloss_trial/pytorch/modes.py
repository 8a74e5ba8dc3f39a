"""A model that is trained is in train mode."""


def train_mode(training, _):
    """For the length of each forward that gradients are wanted of; then as it was, for evaluations that rely on it."""
    training.why["train_mode"] = "same"

    def around(root, module, trains):
        if not trains or module.training:
            return None
        modes = [(one, one.training) for one in module.modules()]
        module.train()
        training.report.applied("train_mode", "model.train() before the training's forward")

        def undo():
            for one, mode in modes:
                one.training = mode

        return undo

    training.on("train_mode", training.around, around)
