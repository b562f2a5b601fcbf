"""What pages say around their articles, a module for each language."""
