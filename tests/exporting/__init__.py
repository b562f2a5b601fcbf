"""Comparisons as Markdown, HTML and JSON."""
