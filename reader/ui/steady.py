"""What the interpreter is told once the first frame stands, for a program that is open all day."""

from __future__ import annotations

import gc
import sys
from contextlib import suppress

_SWITCH = 0.0005
# A typed key leaves some three thousand objects more than before, most of which go with the next
# one. With Python's usual 700 looking for garbage took two of the milliseconds of each key. All are
# looked at as often as before, or 80,000 objects that nothing needs any more would stay about.
_THRESHOLDS = (10_000, 3, 2)
_ARENA_MAX = -8  # M_ARENA_MAX of mallopt(3)


def steady() -> None:
    """Look for garbage again, let keys overtake threads, keep freed memory in one place."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
    gc.set_threshold(*_THRESHOLDS)
    # A search runs in a thread for some milliseconds; Python's usual five between two threads
    # would make each key wait for it.
    sys.setswitchinterval(_SWITCH)
    # glibc gives threads heaps of their own and never gives back what is freed in the middle of
    # one: in half an hour of use the interface grew by 40 MB that held nothing.
    if sys.platform == "linux":
        with suppress(ImportError, AttributeError):  # other libraries have no such thing
            import ctypes

            ctypes.CDLL(None).mallopt(_ARENA_MAX, 1)
