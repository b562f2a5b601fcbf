"""Finding articles by words: the query language and the engines behind one port."""
