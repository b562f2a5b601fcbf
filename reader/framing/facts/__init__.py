"""Which facts differ: figures, dates, roles and spellings of the same things."""
