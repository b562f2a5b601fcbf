"""Data sets: a row is an article."""
