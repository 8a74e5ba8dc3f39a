"""The runs of frameworks other than PyTorch and Keras: their own programs, with the same names of faults."""

RUNS = []
