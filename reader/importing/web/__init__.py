"""Addresses fetched: politely, within limits, never from the local network."""
