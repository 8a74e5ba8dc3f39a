"""Callbacks, loggers and trackers under the names of their ecosystems; each starts the recorder, which sees the rest itself."""
