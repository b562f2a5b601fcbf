"""Plain text, pasted or saved: the article in it, and what the page put around it."""
