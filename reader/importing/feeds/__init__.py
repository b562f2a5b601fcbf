"""Feeds and lists of feeds, whatever form they come in."""
