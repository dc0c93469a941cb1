"""England's working days, numbered: the working days from one day to another are the difference of their numbers.

The next working day after the start is day 1. Bank holidays of England come from the `holidays` library.
"""

from datetime import date, timedelta
from functools import cache
from itertools import accumulate

import duckdb
import holidays
import pyarrow as pa

FIRST, LAST = date(1990, 1, 1), date(2045, 12, 31)
ONE_DAY = timedelta(days=1)


@cache
def bank_holidays() -> frozenset[date]:
    """The bank holidays of England from FIRST to LAST."""
    return frozenset(holidays.country_holidays("GB", subdiv="ENG", years=range(FIRST.year, LAST.year + 1)))


def is_working_day(day: date) -> bool:
    """Neither Saturday, Sunday nor a bank holiday."""
    return day.weekday() < 5 and day not in bank_holidays()


def working_days_before(day: date, number: int) -> date:
    """The working day so many working days before a day, which itself does not count."""
    found = day
    for _ in range(number):
        found -= ONE_DAY
        while not is_working_day(found):
            found -= ONE_DAY
    return found


@cache
def number_working_days() -> pa.Table:
    """Every day from FIRST to LAST with the number of working days up to and including it: columns day, number."""
    days = [FIRST + timedelta(days=each) for each in range((LAST - FIRST).days + 1)]
    works = [is_working_day(each) for each in days]
    return pa.table({"day": pa.array(days, pa.date32()), "number": pa.array(accumulate(map(int, works)), pa.int32())})


def write_working_days(cursor: duckdb.DuckDBPyConnection) -> None:
    """Fill the store's table of working days, unless it holds every day as the library has it: a bank holiday may be moved.

    What stands carries days counted by them, so it is then worked out again when the store is opened.
    """
    numbered = number_working_days()
    cursor.register("numbered", numbered)
    differ = cursor.execute("select count(*) from (select * from numbered except select * from working_days)").fetchall()[0][0]
    if differ:
        cursor.execute("delete from working_days")
        cursor.execute("delete from stands_as")
        cursor.execute("insert into working_days select day, number from numbered")
    cursor.unregister("numbered")
