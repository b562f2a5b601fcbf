"""Web pages: the article in one, and what is known of it."""
