"""The words by which dates are known, and those beside which a number is none."""

import re

MONTHS = {
    "Jan": 1, "Feb": 2, "Mar": 3, "Apr": 4, "May": 5, "Jun": 6,
    "Jul": 7, "Aug": 8, "Sep": 9, "Oct": 10, "Nov": 11, "Dec": 12,
}  # fmt: skip
"""Numbers of the months, by the first three letters."""

WEEKDAYS = {
    "Monday": 0, "Tuesday": 1, "Wednesday": 2, "Thursday": 3,
    "Friday": 4, "Saturday": 5, "Sunday": 6,
}  # fmt: skip
"""Numbers of the weekdays, as `datetime.date.weekday` has them."""

FIRST_NAMES = frozenset({"April", "June", "August"})
"""Months that persons are called after."""

FIXED_WEEKDAYS = re.compile(
    r"(?:Black|Good|Super|Bloody|Easter|Palm|Ash|Holy|Cyber|Giving|Shrove|Fat)\s+\w+day\b"
    r"|\bMail on Sunday|\w+day\s+(?:Times|Telegraph|Night|Mirror|Express|Post|Mail|Herald)\b"
)
"""Holidays, papers and shows that are called after a weekday."""

YEAR_CONTEXT = frozenset(
    "in since by until till before after during late early mid spring summer autumn fall winter "
    "year election elections january february march april may june july august september october "
    "november december circa".split()
)
"""Words right before a number that make it a year."""

NAMERS = frozenset(
    "version chapter section article page pages number no nr phase level grade step part season "
    "episode round week game question figure table type category tier stage size class route "
    "highway interstate motorway road room floor unit gate platform line channel flight bus train "
    "bill act clause paragraph verse psalm model mark bus item lot division district ward precinct "
    "title proposition prop amendment resolution rule form apollo boeing airbus fortune".split()
)
"""Words after which a number is a name and neither a year nor a count."""

COUNTED = frozenset(
    "people persons men women children boys girls troops soldiers officers police workers jobs "
    "employees students voters votes members miles mile kilometers kilometres kilometer km feet "
    "foot meters metres acres hectares tons tonnes pounds kilograms kg degrees dollars euros yen "
    "yuan rupees rubles percent per calories words pages homes houses families patients cases "
    "deaths refugees migrants immigrants protesters demonstrators fans copies times hours minutes "
    "seconds days weeks months years points megawatts mw watts rpm mph pixels shares units barrels "
    "gallons liters litres cars vehicles guns rounds firefighters residents victims inmates".split()
)
"""Words after which four digits are a count and no year."""
