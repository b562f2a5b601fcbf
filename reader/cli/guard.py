"""The outermost ring: every way a run can end badly becomes one sentence and an exit code."""

from __future__ import annotations

import os
import sys
import tempfile
import traceback
from collections.abc import Callable

from reader.cli.exits import Exit
from reader.cli.output import Unwritable, say
from reader.cli.streams import drop_stdout, prepare
from reader.errors import Cancelled, LibraryError, ReaderError, UsageError


def guarded(run: Callable[[], int]) -> int:
    """Run the program and say how it ended; never a traceback on the terminal."""
    prepare()
    try:
        code = run()
    except BrokenPipeError:
        drop_stdout()
        return Exit.DONE
    except (KeyboardInterrupt, Cancelled):
        say("Stopped. What was done by then is kept.")
        code = Exit.INTERRUPTED
    except UsageError as error:
        say(_sentence(error))
        code = Exit.USAGE
    except LibraryError as error:
        say(_sentence(error))
        code = Exit.LIBRARY
    except ReaderError as error:
        say(_sentence(error))
        code = Exit.SOME_FAILED
    except Unwritable as error:
        return _unwritable(str(error))
    except SystemExit as leaving:
        # argparse leaves this way after --help and --version.
        code = leaving.code if isinstance(leaving.code, int) else Exit.DONE
    except Exception as error:  # noqa: BLE001 - the one place that turns a defect into a sentence
        say(_defect(error))
        code = Exit.CRASHED
    return _flushed(code)


def _flushed(code: int) -> int:
    """Flush here, where a reader that went away can still be left without a complaint."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        drop_stdout()
    except OSError as error:
        return _unwritable(error.strerror or str(error))
    return code


def _unwritable(reason: str) -> int:
    drop_stdout()
    say(f"reader: the output could not be written: {reason}.")
    return Exit.CRASHED


def _sentence(error: ReaderError) -> str:
    text = str(error)
    return f"reader: {text}" if text.endswith((".", "?", "--help")) else f"reader: {text}."


def _defect(error: Exception) -> str:
    """A sentence for an error that nobody foresaw; its traceback goes into a file."""
    trace = "".join(traceback.format_exception(error))
    try:
        handle, path = _file_of_its_own()
        with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as file:
            file.write(trace)
    except OSError:
        path = ""
    details = f" The details are in {path}." if path else ""
    return f"reader: something went wrong that should not ({type(error).__name__}).{details}"


def _file_of_its_own() -> tuple[int, str]:
    """A new file in the platform's folder for logs, else among the temporary files."""
    from platformdirs import user_log_path

    try:
        folder = user_log_path("framing-reader", appauthor=False)
        folder.mkdir(parents=True, exist_ok=True)
        return tempfile.mkstemp(prefix="reader-error-", suffix=".txt", dir=folder)
    except OSError:
        # A name that nobody can foresee: that folder is open to all.
        return tempfile.mkstemp(prefix="reader-error-", suffix=".txt")
