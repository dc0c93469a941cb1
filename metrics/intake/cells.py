"""How the text of a cell becomes a value: SQL for each kind of column. Text that cannot be read becomes null."""

from metrics.datasets import Column, Kind

# Two digits come before four: read as four, the year 25 would be the year 25.
NUMERIC = [day + year for day in ("%d/%m/", "%d-%m-", "%d.%m.") for year in ("%y", "%Y")]
NAMED = [day + year for day in ("%d %B ", "%d %b ", "%d-%b-") for year in ("%y", "%Y")]
MONTHS = ["%Y-%m", *(month + year for month in ("%m/", "%b ", "%B ", "%b-", "%B-") for year in ("%y", "%Y"))]
TIMES = ["%H:%M", "%H:%M:%S"]
USUAL = {10: "%d/%m/%Y", 16: "%d/%m/%Y %H:%M", 19: "%d/%m/%Y %H:%M:%S"}
TRUE = ("true", "t", "yes", "y", "1")
FALSE = ("false", "f", "no", "n", "0")
WHITE_SPACE = " \t\n\r\xa0"
BEGINS_WITH_YEAR = "substr({cell}, 5, 1) in ('-', '/')"


def value_of(column: Column) -> str:
    """SQL that reads the trimmed cell of a column, named as the column is. An identifier is hashed instead."""
    cell = f'"{column.name}"'
    return {
        Kind.DATE: lambda: date_of(cell),
        Kind.BIRTH_DATE: lambda: date_of(cell),
        Kind.MOMENT: lambda: _moment(cell),
        Kind.DATES: lambda: _dates(cell),
        Kind.YES_NO: lambda: _yes_no(cell),
        Kind.CODE: lambda: _code(cell, column.codes),
        Kind.LABEL: lambda: f"case when length({cell}) <= 80 then {cell} end",
        Kind.WHOLE: lambda: _whole(cell),
        Kind.DECIMAL: lambda: f"case when {_decimal(cell)} >= 0 then {_decimal(cell)} end",
        Kind.MONTH: lambda: _month(cell),
    }[column.kind]()


def expected(column: Column) -> str:
    """What a cell of the column should hold, in words."""
    return {
        Kind.DATE: "a date: write it as 31/03/2026 or 2026-03-31",
        Kind.BIRTH_DATE: "a date: write it as 31/03/2016 or 2016-03-31",
        Kind.MOMENT: "a date with a time: write it as 31/03/2026 17:45 or 2026-03-31 17:45",
        Kind.DATES: "dates split by ';': write them as 31/03/2026; 30/04/2026",
        Kind.YES_NO: "yes or no",
        Kind.CODE: f"one of the codes {', '.join(column.codes)}",
        Kind.LABEL: "a name of at most 80 characters",
        Kind.WHOLE: "a whole number, 0 or more",
        Kind.DECIMAL: "a number, 0 or more: write it as 12.6",
        Kind.MONTH: "a month: write it as 2026-03, or any day in it",
        Kind.IDENTIFIER: "an identifier",
    }[column.kind]


def date_of(cell: str) -> str:
    """SQL for the day that a cell names; null where it names none."""
    return f"case when {BEGINS_WITH_YEAR.format(cell=cell)} then try_cast({cell} as date) else {_day_first(cell)}::date end"


def _moment(cell: str) -> str:
    iso = f"try_cast({cell} as timestamp)"
    return f"case when {BEGINS_WITH_YEAR.format(cell=cell)} then {iso} else {_day_first(cell)} end"


def _day_first(cell: str) -> str:
    """The usual ways of writing first, told by their length: trying every way on every cell takes fifty times as long."""
    formats = [*NUMERIC, *NAMED, *(f"{day} {time}" for day in NUMERIC for time in TIMES)]
    usual = " ".join(f"when length({cell}) = {length} then try_strptime({cell}, '{form}')" for length, form in USUAL.items())
    slashes = f"substr({cell}, 3, 1) = '/' and substr({cell}, 6, 1) = '/'"
    every = f"try_strptime({cell}, {formats})"
    return f"case when {slashes} then coalesce(case {usual} end, {every}) else {every} end"


def _dates(cell: str) -> str:
    each = date_of("trim(part)")
    read = f"list_transform(string_split(rtrim({cell}, '; '), ';'), lambda part: {each})"
    return (
        f"case when {cell} is not null and not list_contains(list_transform({read}, lambda d: d is null), true) then {read} end"
    )


def _yes_no(cell: str) -> str:
    return f"case when lower({cell}) in {TRUE} then true when lower({cell}) in {FALSE} then false end"


def _code(cell: str, codes: dict[str, str]) -> str:
    if all(code == code.upper() for code in codes):
        return f"case when upper({cell}) in {tuple(codes)} then upper({cell}) end"
    return f"case when lower({cell}) in {tuple(codes)} then lower({cell}) end"


def _whole(cell: str) -> str:
    return f"case when regexp_full_match({_plain(cell)}, '[0-9]{{1,9}}([.]0+)?') then try_cast({_plain(cell)} as integer) end"


def _decimal(cell: str) -> str:
    return f"try_cast({_plain(cell)} as decimal(12, 4))"


def _plain(cell: str) -> str:
    """The number without commas between its thousands. 12,6 stays as it is, which cannot be read: it is not 126."""
    thousands = f"regexp_full_match({cell}, '[0-9]{{1,3}}(,[0-9]{{3}})+([.][0-9]+)?')"
    return f"case when {thousands} then replace({cell}, ',', '') else {cell} end"


def _month(cell: str) -> str:
    named = f"try_strptime({cell}, {MONTHS})"
    return f"date_trunc('month', coalesce({named}::date, {date_of(cell)}))::date"
