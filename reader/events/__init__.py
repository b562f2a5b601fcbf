"""Which articles report the same happening, and why."""
