"""Every error that reader raises on purpose.

ReaderError
├── UsageError           the person asked for something that cannot be (exit 2)
│   ├── NoSuchArticle    no article has this id, prefix or source
│   ├── NoSuchEvent      no event has this id
│   ├── NoSuchFeed       no feed has this address
│   ├── NoSuchRuling     no correction has this number
│   ├── NoSuchSearch     no kept search has this number
│   ├── NoSuchFinding    no finding of a comparison has this id
│   └── NoSuchNote       no note has this number
├── LibraryError         the library cannot be used (exit 3)
│   └── FutureLibrary    it was written by a newer version
├── ImportFailed         one source could not be added; the others go on (exit 1)
├── IndexDamaged         the search index is missing or damaged; it is rebuilt, never shown
├── IndexNotWritable     it cannot be written now; searching goes on without
└── Cancelled            the person stopped a long piece of work
"""


class ReaderError(Exception):
    """The root of all errors; its text is a sentence that can be shown."""


class UsageError(ReaderError):
    """What was asked for cannot be; the text says why and what to do."""


class NoSuchArticle(UsageError):
    """No article, or more than one, goes by this name."""


class NoSuchEvent(UsageError):
    """No event has this id."""


class NoSuchFeed(UsageError):
    """No feed that the person follows has this address."""


class NoSuchRuling(UsageError):
    """No correction has this number; it may have been taken back before."""


class NoSuchSearch(UsageError):
    """No search is kept under this number; another program may have let it go."""


class NoSuchFinding(UsageError):
    """No finding of a comparison has this id."""


class NoSuchNote(UsageError):
    """No note has this number; it may have been taken away before."""


class LibraryError(ReaderError):
    """The library file cannot be opened, read or written."""


class FutureLibrary(LibraryError):
    """The library was written by a newer version of reader."""


class ImportFailed(ReaderError):
    """One source could not be added."""

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(f"{source}: {reason}")
        self.source = source
        self.reason = reason


class IndexDamaged(ReaderError):
    """The search index is missing, damaged, foreign or of another format."""


class IndexNotWritable(ReaderError):
    """The search index cannot be written now: another program does, or the disk refuses."""


class Cancelled(ReaderError):
    """The person stopped the work; what is done is kept."""


class WorkerLost(ReaderError):
    """The background process ended in the middle of its work; another can be started."""
