"""Lenses: plain questions asked of all articles of an event, answered with passages."""
