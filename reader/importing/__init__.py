"""From a file, folder or stream to articles."""
