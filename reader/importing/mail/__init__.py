"""Newsletters: letters and mailboxes."""
