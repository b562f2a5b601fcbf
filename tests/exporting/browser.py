"""A real browser without a window, to look at exported pages with."""

from __future__ import annotations

import functools
import html
import http.server
import json
import os
import re
import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

NAMES = (
    *("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"),
    *("headless_shell", "chrome-headless-shell"),
)

# The frame is of the same origin, so that the page around it can measure what it shows.
_FRAME = """<!DOCTYPE html><title>frame</title>
<iframe src="/page.html" style="width:{width}px;height:900px;border:0"></iframe>
<pre id="seen"></pre>
<script>
addEventListener("load", () => {{
  const frame = document.querySelector("iframe"), page = frame.contentDocument;
  const style = getComputedStyle.bind(frame.contentWindow);
  document.getElementById("seen").textContent = JSON.stringify({{
    width: page.documentElement.clientWidth,
    needed: page.documentElement.scrollWidth,
    ground: style(page.body).backgroundColor,
    text: style(page.body).color,
    dark: frame.contentWindow.matchMedia("(prefers-color-scheme: dark)").matches,
    requests: frame.contentWindow.performance.getEntriesByType("resource").map(e => e.name),
    quotes: page.querySelectorAll("blockquote").length,
  }});
}});
</script>
"""


@dataclass(frozen=True)
class Seen:
    """What a page looks like."""

    width: int
    """CSS pixels that it has, and those that it needs."""
    needed: int
    ground: str
    text: str
    dark: bool
    requests: list[str]
    quotes: int
    asked: list[str]
    """The paths that the server was asked for, but those of the frame."""


@functools.cache
def found() -> str | None:
    """A Chromium on the PATH or among the browsers of Playwright; None where there is none."""
    for name in NAMES:
        if there := shutil.which(name):
            return there
    home = Path.home()
    folders = [
        Path(os.environ.get("PLAYWRIGHT_BROWSERS_PATH") or home / ".cache" / "ms-playwright"),
        home / "Library" / "Caches" / "ms-playwright",
    ]
    for folder in folders:
        for path in sorted(folder.glob("chromium*/*/*")):
            if path.name in NAMES and path.is_file() and os.access(path, os.X_OK):
                return str(path)
    return None


def look_at(page: str, profile: Path, *, width: int, dark: bool) -> Seen:
    """Open a page in a window so many pixels wide."""
    browser = found()
    assert browser is not None
    with _served({"/page.html": page, "/": _FRAME.format(width=width)}) as (address, asked):
        done = subprocess.run(
            [
                browser,
                "--headless",
                "--disable-gpu",
                "--hide-scrollbars",
                "--disable-background-networking",
                "--no-first-run",
                *(["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []),
                f"--user-data-dir={profile}",
                f"--blink-settings=preferredColorScheme={0 if dark else 1}",
                "--dump-dom",
                address,
            ],
            capture_output=True,
            text=True,
            timeout=60,
        )
    match = re.search(r'<pre id="seen">(.*?)</pre>', done.stdout, re.DOTALL)
    assert match, done.stderr[-2000:]
    seen: dict[str, Any] = json.loads(html.unescape(match[1]))
    others = [path for path in asked if path not in ("/", "/page.html", "/favicon.ico")]
    return Seen(**seen, asked=others)


@contextmanager
def _served(pages: dict[str, str]) -> Iterator[tuple[str, list[str]]]:
    """Serve some pages on this machine; the address, and what is asked for."""
    asked: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            body = pages.get(self.path, "").encode()
            self.send_response(200 if self.path in pages else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: Any) -> None:
            """Say nothing."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/", asked
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
