"""The person's articles and marks, in one SQLite file."""
