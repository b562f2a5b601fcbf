"""The screens."""

import os

# Textual reads this once, when it is imported: how often a second it repaints at most. At its 60 a
# changed row waits up to 16 ms for its turn, which is the whole time in which a key is answered.
os.environ.setdefault("TEXTUAL_FPS", "240")
