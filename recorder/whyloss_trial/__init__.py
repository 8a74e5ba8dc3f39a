"""Changes a training from inside its process, for the trials of `whyloss verify`; the recorder never imports it."""
