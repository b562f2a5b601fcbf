"""Documents in files of their own kind: EPUB and PDF."""
