"""Many addresses fetched: a few hosts at a time, and one after the other on each of them."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING

from reader.importing.found import Refused
from reader.importing.web.addresses import place
from reader.importing.web.fetched import Answer, NotFetched, Wanted

if TYPE_CHECKING:
    from reader.importing.web.connecting import Line
    from reader.importing.web.fetching import Fetcher

Done = tuple[Wanted, Answer | NotFetched]

# So many addresses are read before their turn, so that hosts mix even where a list has them in
# blocks; the articles of one feed are some 10 to 50.
LOOK_AHEAD = 200
_PATIENCE = 1.0  # seconds for threads to end when nobody listens any more


def each(fetcher: Fetcher, wanted: Iterable[Wanted], *, hosts: int = 4) -> Iterator[Done]:
    """Fetch all of these, yield each as it comes; closing the generator ends what is under way."""
    with closing(patiently(fetcher, wanted, hosts=hosts, beat=None)) as steps:
        for done in steps:
            if done is not None:
                yield done


def patiently(
    fetcher: Fetcher, wanted: Iterable[Wanted], *, hosts: int = 4, beat: float | None = 0.1
) -> Generator[Done | None, None, None]:
    """`each`, and None every so many seconds in which nothing came, for who has more to do."""
    crew = _Crew(fetcher, hosts)
    source = iter(wanted)
    waiting: dict[str, deque[Wanted]] = {}
    ahead, more = 0, True
    try:
        while True:
            while more and ahead < LOOK_AHEAD:
                one = next(source, None)
                if one is None:
                    more = False
                else:
                    waiting.setdefault(_host(one), deque()).append(one)
                    ahead += 1
            for host in [host for host in waiting if host not in crew.busy]:
                if len(crew.busy) == hosts:
                    break
                # Taken out and put back at the end: hosts take turns.
                left = waiting.pop(host)
                crew.begin(host, left.popleft())
                ahead -= 1
                if left:
                    waiting[host] = left
            if not crew.busy:
                return
            yield crew.next(beat)
    finally:
        crew.end()


class _Crew:
    """Threads that fetch; no more of them than hosts at a time."""

    def __init__(self, fetcher: Fetcher, most: int) -> None:
        self.busy: set[str] = set()
        """Hosts that are being asked."""
        self._fetcher = fetcher
        self._jobs: SimpleQueue[tuple[str, Wanted, Line] | None] = SimpleQueue()
        self._done: SimpleQueue[tuple[str, Wanted, Answer | BaseException]] = SimpleQueue()
        self._lines: dict[str, Line] = {}
        # Daemons: one that hangs in a look-up must not keep the program from ending.
        self._threads = [
            threading.Thread(target=self._work, daemon=True, name=f"fetching-{n}")
            for n in range(most)
        ]
        for thread in self._threads:
            thread.start()

    def begin(self, host: str, wanted: Wanted) -> None:
        line = self._fetcher.line()
        self.busy.add(host)
        self._lines[host] = line
        self._jobs.put((host, wanted, line))

    def next(self, patience: float | None) -> Done | None:
        """What is done next, None if nothing is in time; an error that is no refusal is raised."""
        try:
            host, wanted, found = self._done.get(timeout=patience)
        except Empty:
            return None
        self.busy.discard(host)
        self._lines.pop(host)
        if isinstance(found, BaseException) and not isinstance(found, NotFetched):
            raise found
        return wanted, found

    def end(self) -> None:
        """Cut what is under way and send the threads home."""
        for line in self._lines.values():
            line.cut()
        for _ in self._threads:
            self._jobs.put(None)
        until = time.monotonic() + _PATIENCE
        for thread in self._threads:
            thread.join(max(until - time.monotonic(), 0))

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            host, wanted, line = job
            try:
                self._done.put((host, wanted, self._fetcher.get(wanted, line)))
            except BaseException as error:  # noqa: BLE001 raised again by whoever waits
                self._done.put((host, wanted, error))


def _host(wanted: Wanted) -> str:
    try:
        return place(wanted.address).host
    except Refused:
        return ""
