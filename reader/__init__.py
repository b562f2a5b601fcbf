"""Reader: finds articles about one event and compares how each of them frames it."""

__version__ = "0.1.0"
