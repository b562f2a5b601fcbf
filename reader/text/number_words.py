"""The words by which quantities are known: numbers, magnitudes, currencies, units, hedges."""

from reader.text.quantity import Hedge, Side

SMALL = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
"""Numbers below twenty."""

TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
"""Tens, which a smaller number may follow."""

MAGNITUDES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
    "dozen": 12.0, "lakh": 1e5, "crore": 1e7,
    "bn": 1e9, "mn": 1e6, "tn": 1e12, "mln": 1e6, "bln": 1e9,
}  # fmt: skip
"""Words that multiply the number before them."""

LETTERS = {"k": 1e3, "m": 1e6, "b": 1e9, "t": 1e12}
"""Magnitudes that only a currency sign before the number makes plain."""

CROWDS = {
    "dozens": (24.0, 99.0), "scores": (40.0, 99.0), "hundreds": (200.0, 999.0),
    "thousands": (2e3, 9999.0), "millions": (2e6, 9.99e8), "billions": (2e9, 9.99e11),
}  # fmt: skip
"""Plural magnitudes, as ranges."""

FRACTIONS = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4,
    "fourths": 4, "fifth": 5, "fifths": 5, "sixth": 6, "eighth": 8, "tenth": 10, "tenths": 10,
}  # fmt: skip
"""Denominators."""

SIGNS = {
    "$": "$", "us$": "$", "usd": "$", "€": "€", "eur": "€", "£": "£", "gbp": "£", "¥": "¥",
    "jpy": "¥", "a$": "A$", "au$": "A$", "c$": "C$", "ca$": "C$", "cad": "C$", "hk$": "HK$",
    "nz$": "NZ$", "r$": "R$", "s$": "S$", "₹": "₹", "rs": "₹", "inr": "₹", "₽": "₽", "₩": "₩",
    "chf": "CHF", "₪": "₪",
}  # fmt: skip
"""Currency signs before a number, in one spelling each."""

CURRENCIES = {
    "dollar": "$", "dollars": "$", "usd": "$", "euro": "€", "euros": "€", "eur": "€", "yen": "¥",
    "yuan": "yuan", "renminbi": "yuan", "rupee": "₹", "rupees": "₹", "ruble": "₽", "rubles": "₽",
    "rouble": "₽", "roubles": "₽", "peso": "peso", "pesos": "peso", "franc": "CHF",
    "francs": "CHF", "shekel": "₪", "shekels": "₪", "krona": "krona", "kronor": "krona",
    "kroner": "krone", "riyal": "riyal", "riyals": "riyal", "rand": "rand", "cents": "cent",
    "pence": "penny",
}  # fmt: skip
"""Currency words after a number, in the spelling of the signs."""

DURATIONS = frozenset("second minute hour day week month quarter year decade century".split())
"""Units of time, singular."""

MEASURES = {
    "mile": "mile", "miles": "mile", "km": "km", "kilometer": "km", "kilometers": "km",
    "kilometre": "km", "kilometres": "km", "meter": "m", "meters": "m", "metre": "m",
    "metres": "m", "foot": "foot", "feet": "foot", "inch": "inch", "inches": "inch",
    "yard": "yard", "yards": "yard", "acre": "acre", "acres": "acre", "hectare": "hectare",
    "hectares": "hectare", "ton": "ton", "tons": "ton", "tonne": "tonne", "tonnes": "tonne",
    "kg": "kg", "kilogram": "kg", "kilograms": "kg",
    "kilo": "kg", "kilos": "kg", "gram": "gram", "grams": "gram", "ounce": "ounce",
    "ounces": "ounce", "gallon": "gallon", "gallons": "gallon", "liter": "litre",
    "liters": "litre", "litre": "litre", "litres": "litre", "barrel": "barrel",
    "barrels": "barrel", "mph": "mph", "kph": "km/h", "knots": "knot", "degree": "degree",
    "degrees": "degree", "megawatt": "MW", "megawatts": "MW", "mw": "MW", "gigawatt": "GW",
    "gigawatts": "GW", "gw": "GW",
}  # fmt: skip
"""Units of size, weight, speed and power, in one spelling each."""

HEDGES: dict[str, Hedge] = {
    "about": "about", "around": "about", "roughly": "about", "approximately": "about",
    "approx.": "about", "some": "about", "nearly": "about", "almost": "about",
    "close to": "about", "just over": "about", "just under": "about", "an estimated": "about",
    "estimated": "about", "circa": "about", "just shy of": "about", "a little over": "about",
    "not quite": "about",
    "more than": "from", "over": "from", "at least": "from", "upward of": "from",
    "upwards of": "from", "as many as": "to", "as much as": "to", "up to": "to",
    "at most": "to", "less than": "to", "fewer than": "to", "under": "to", "no more than": "to",
    "no fewer than": "from", "no less than": "from", "above": "from", "below": "to",
    "in excess of": "from", "a minimum of": "from", "a maximum of": "to", "greater than": "from",
    "well over": "from", "not more than": "to", "exceeding": "from", "beyond": "from",
}  # fmt: skip
"""Words right before a number, and the bound that they set."""

SIDES: dict[str, Side] = {
    "nearly": "below", "almost": "below", "just under": "below", "just shy of": "below",
    "not quite": "below",
    "less than": "below", "fewer than": "below", "under": "below", "below": "below",
    "more than": "above", "over": "above", "just over": "above", "little over": "above",
    "well over": "above", "above": "above", "greater than": "above", "upward of": "above",
    "upwards of": "above", "in excess of": "above", "exceeding": "above",
}  # fmt: skip
"""Words right before a number by which it is not quite reached, or passed."""

STANDING = frozenset(
    "dead killed injured wounded hurt missing arrested hospitalized hospitalised detained "
    "displaced homeless sickened infected jailed charged".split()
)
"""Words that stand for those they befell: three dead, 14 wounded."""

SOMEBODY = tuple(
    "girl boy woman man child baby toddler teenager pensioner student pupil schoolgirl schoolboy "
    "driver cyclist motorist motorcyclist pedestrian lad passenger".split()
)
"""What reports call one person whom they do not name, and whose age they tell."""

PLURALS = frozenset(
    "people police men women children persons troops staff personnel crew feet teeth lives cattle "
    "fish aircraft sheep media data dead offspring clergy gentry folk youth".split()
)
"""Nouns that are plural without an s."""

NOT_PLURAL = frozenset(
    "is was has his its as this thus us perhaps always besides less unless across towards "
    "afterwards news series says plus minus versus does goes".split()
)
"""Words in s that are no plural nouns."""

ALONE = frozenset(
    "person peopl man woman child offic dead death kill injur wound vote point".split()
)
"""Stems of nouns before which `one` is a count and not a pronoun."""
