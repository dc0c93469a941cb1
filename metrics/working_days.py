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


@cache
def number_working_days() -> pa.Table:
    """Every day from FIRST to LAST with the number of working days up to and including it: columns day, number."""
    bank_holidays = holidays.country_holidays("GB", subdiv="ENG", years=range(FIRST.year, LAST.year + 1))
    days = [FIRST + timedelta(days=each) for each in range((LAST - FIRST).days + 1)]
    works = [each.weekday() < 5 and each not in bank_holidays for each in days]
    return pa.table({"day": pa.array(days, pa.date32()), "number": pa.array(accumulate(map(int, works)), pa.int32())})


def write_working_days(cursor: duckdb.DuckDBPyConnection) -> None:
    """Fill the store's table of working days, unless it already holds what the library says."""
    numbered = number_working_days()
    held = cursor.execute("select max(number) from working_days").fetchall()[0][0]
    if held == numbered["number"][-1].as_py():
        return
    cursor.register("numbered", numbered)
    cursor.execute("delete from working_days")
    cursor.execute("insert into working_days select day, number from numbered")
    cursor.unregister("numbered")
