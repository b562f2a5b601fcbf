"""Opening an address in the person's browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.ui.app import ReaderApp


def open_in_browser(app: ReaderApp, url: str | None) -> None:
    """Open the original where it has an address that a browser may see."""
    if (front := app.front) is None:
        return
    if not url:
        front.say("This article has no address")
    elif not url.startswith(("http://", "https://")):
        front.say("Only http and https addresses are opened")
    else:
        import webbrowser

        opened = webbrowser.open(url)
        front.say("Opened in the browser" if opened else f"No browser here opens {url}")
