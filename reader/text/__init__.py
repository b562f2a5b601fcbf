"""Text with spans: pure functions from a string to places in that string."""
