"""The children who live in the area, as the business unit copies them from published tables some months after each count."""

from collections.abc import Iterator
from datetime import date

from sample_data.characteristics import ETHNIC_SHARES
from sample_data.days import FIRST, LAST, chance_for
from sample_data.files import Row
from sample_data.neighbours import AREA, children_in
from sample_data.sent import Sent

AGES = {"under 1": 51, "1 to 4": 208, "5 to 9": 281, "10 to 15": 347, "16 and over": 113}
POOR = {"under 1": 0.196, "1 to 4": 0.188, "5 to 9": 0.176, "10 to 15": 0.163, "16 and over": 0.141}
"""The share in relative low income before housing costs, in the first year; it has risen since."""
MORE_EACH_YEAR = 0.006
POORER = {"APKN": 2.2, "ABAN": 2.3, "WROM": 2.4, "WIRT": 2.2, "BAFR": 1.7, "BOTH": 1.6, "BCRB": 1.4, "MWBC": 1.4, "OOTH": 1.6}
SHARES = {code: share for code, share in ETHNIC_SHARES.items() if code not in {"REFU", "NOBT"}}


def child_population() -> list[Row]:
    """Every count since the history began."""
    return [*_by_age_and_sex(), *_by_ethnicity()]


def _by_age_and_sex() -> Iterator[Row]:
    """Mid-year estimates, published thirteen months later."""
    chance = chance_for("population by age", 1)
    for year in range(FIRST.year, LAST.year):
        for age, share in AGES.items():
            in_age = round(children_in(AREA[0], year) * share / 1000)
            for sex, children in (("M", round(in_age * 0.512)), ("F", in_age - round(in_age * 0.512))):
                poor = POOR[age] + MORE_EACH_YEAR * (year - FIRST.year) + chance.uniform(-0.004, 0.004)
                row: Row = {"counted_by": "age and sex", "age_band": age, "sex": sex, "children": children}
                yield row | {"children_in_poverty": round(children * poor)} | _dated(date(year, 6, 30), date(year + 1, 7, 30))


def _by_ethnicity() -> Iterator[Row]:
    """The school census of January, published in June, raised to all children."""
    chance = chance_for("population by ethnicity", 1)
    for year in range(FIRST.year + 1, LAST.year + 1):
        whole = children_in(AREA[0], year - 1)
        for code, share in SHARES.items():
            children = round(whole * share / sum(SHARES.values()) * chance.uniform(0.98, 1.02))
            poor = min(0.45, 0.155 * POORER.get(code, 1.0)) + MORE_EACH_YEAR * (year - FIRST.year)
            row: Row = {"counted_by": "ethnicity", "ethnicity": code, "children": children}
            yield row | {"children_in_poverty": round(children * poor)} | _dated(date(year, 1, 16), date(year, 6, 12))


def _dated(counted: date, published: date) -> Row:
    return {"as_at": counted, "published": published}


SENT = (
    Sent(
        "child_population",
        "partnership",
        child_population,
        ("published", "as_at"),
        comes_after=(9,),
        months_before=21,  # a count is published long after its day
    ),
)
