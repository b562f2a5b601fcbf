"""The best documents of a frequent word."""

from __future__ import annotations

from array import array
from random import Random

from reader.search.bm25 import norm
from reader.search.flat.lists import Record
from reader.search.frequent import BEGUN, promising
from reader.search.lists import IN_TEXT, IN_TITLE


def test_few_documents_are_looked_at_and_none_of_the_best_is_left_out() -> None:
    chance = Random(4)
    lengths = [10 * (each + 1) for each in range(200)]
    norms = [norm(length, 500.0) for length in lengths]
    shares = [weight / (weight + each) for weight in range(256) for each in norms]
    many = 20_000
    weights = [1 + min(250, int(chance.expovariate(0.5))) for _ in range(many)]
    codes = [weight * len(norms) + chance.randrange(len(norms)) for weight in weights]
    marks = bytes(chance.choices([IN_TEXT, IN_TITLE, 0], [90, 8, 2], k=many))
    row = memoryview(array("H", codes))
    ids = memoryview(array("I", range(many)))
    record = Record(ids, row, row, ids, ids)

    for most in (1, 20, 200):
        every = range(many)
        found = promising(
            record, lambda some: [3 * shares[code] for code in some], marks, every, norms, most
        )
        sums = {at: 3 * shares[codes[at]] + BEGUN[marks[at]] for at in range(many) if marks[at]}
        best = sorted(sums, key=lambda at: (-sums[at], at))[:most]
        assert set(best) <= set(found)
        assert len(found) < many / 2, "the others are not worth a look"
