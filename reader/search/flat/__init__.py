"""Posting lists as flat arrays beside the segments of an index, for answers within milliseconds.

All of it is derived from a segment and may be deleted at any time: segments without it answer by
themselves. Documents are numbered by rank, the newest first, so that a range of days is a slice,
the newest ones are the first ones, and of equal scores the lower rank wins.
"""
