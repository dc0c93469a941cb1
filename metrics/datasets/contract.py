"""What a contract is made of: a dataset's columns, each with a kind, a description and the names it goes by.

A contract is a pydantic class. Its fields describe the extract to the people who send it (`scorecard template`),
to the reader (which text may stand in a cell) and to the store (what is kept).
"""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field
from pydantic.config import JsonDict

from metrics.datasets.codes import AGE_BANDS


class Kind(StrEnum):
    """How a cell is read, and what is kept of it."""

    IDENTIFIER = "identifier"  # kept as a keyed hash, never as it was sent
    DATE = "date"
    MOMENT = "moment"  # a date with a time of day
    DATES = "dates"  # several dates in one cell, split by ";"
    YES_NO = "yes_no"
    CODE = "code"
    LABEL = "label"
    WHOLE = "whole"
    DECIMAL = "decimal"
    BIRTH_DATE = "birth_date"  # kept as an age band at the event
    MONTH = "month"  # kept as its first day


STORED_AS = {
    Kind.IDENTIFIER: "uuid",
    Kind.DATE: "date",
    Kind.MOMENT: "timestamp",
    Kind.DATES: "date[]",
    Kind.YES_NO: "boolean",
    Kind.LABEL: "varchar",
    Kind.WHOLE: "integer",
    Kind.DECIMAL: "decimal(12, 4)",
    Kind.MONTH: "date",
}

RENAMED = {"group": "group_value"}
"""Headings that are words of SQL, and the names under which the store keeps them."""

Identifier = Annotated[str, Kind.IDENTIFIER]
Day = Annotated[date, Kind.DATE]
Moment = Annotated[datetime, Kind.MOMENT]
Days = Annotated[tuple[date, ...], Kind.DATES]
YesNo = Annotated[bool, Kind.YES_NO]
Code = Annotated[str, Kind.CODE]
Label = Annotated[str, Kind.LABEL]
Whole = Annotated[int, Kind.WHOLE]
Amount = Annotated[Decimal, Kind.DECIMAL]
BirthDate = Annotated[date, Kind.BIRTH_DATE]
Month = Annotated[date, Kind.MONTH]


class Column(BaseModel):
    """One column of a dataset, as its contract declares it."""

    model_config = ConfigDict(frozen=True)

    name: str
    kind: Kind
    required: bool
    description: str
    example: str
    also: tuple[str, ...] = ()
    codes: dict[str, str] = {}

    @property
    def stored_name(self) -> str:
        """The name under which the store keeps it: a date of birth is only ever kept as an age band."""
        return "age_band" if self.kind is Kind.BIRTH_DATE else RENAMED.get(self.name, self.name)

    @property
    def words(self) -> tuple[str, ...]:
        """The values that the store may hold, where the contract names them all."""
        return AGE_BANDS if self.kind is Kind.BIRTH_DATE else tuple(self.codes) if self.kind is Kind.CODE else ()

    @property
    def stored_as(self) -> str:
        """The SQL type. A column whose values are all named is an enum: a fraction of the room, and quicker to group."""
        return f"enum({_quoted(self.words)})" if self.words else STORED_AS[self.kind]

    def word(self, place: str) -> str:
        """SQL for the value at a place among `words`, counted from 1: to look a place up is cheap, to look text up is not."""
        return f"([{_quoted(self.words)}]::{self.stored_as}[])[{place}]"


def _quoted(words: Iterable[str]) -> str:
    return ", ".join("'" + each.replace("'", "''") + "'" for each in words)


def column(
    description: str,
    example: str,
    *,
    also: tuple[str, ...] = (),
    codes: dict[str, str] | None = None,
    optional: bool = False,
) -> Any:
    """A field of a contract. `also` lists other headings it goes by; `codes` maps each allowed code to its meaning."""
    extra: JsonDict = {"example": example, "also": [*also], "codes": {**(codes or {})}}
    default: Any = None if optional else ...
    return Field(default, description=description, json_schema_extra=extra)


def looked_at(name: str, kind: Kind, description: str) -> Column:
    """A column that is read, held against the rules and never kept."""
    return Column(name=name, kind=kind, required=False, description=description, example="")


class Extract(BaseModel):
    """The base of every contract. One instance is one row; a file holds many.

    `key`, `first_day` and `last_day` are SQL over the stored columns: which thing a row is about, and the days on which a file
    would have listed it (`last_day` null: it still goes on). `speaks_of`: a file speaks about all the days it covers, so
    that what it does not list is gone; or only about what it names. `looked_at`: columns that a census has and that its rules
    look at while it is read; they are never kept, and no template asks for them. `lists_cases`: a row is a case, so that how
    many there are says something.
    """

    model_config = ConfigDict(frozen=True)

    speaks_of: ClassVar[Literal["days", "named"]] = "days"
    sender: ClassVar[str]  # the role of the agency that sends it; left out, it is the name of the file
    dataset: ClassVar[str]
    title: ClassVar[str]
    event: ClassVar[str]  # the stored column at which an age band is taken, and by which rows are kept in order
    key: ClassVar[tuple[str, ...]]
    first_day: ClassVar[str]
    last_day: ClassVar[str]
    looked_at: ClassVar[tuple[Column, ...]] = ()
    lists_cases: ClassVar[bool] = True

    @classmethod
    def __pydantic_init_subclass__(cls, **_: Any) -> None:
        if not hasattr(cls, "sender"):
            cls.sender = cls.__module__.rpartition(".")[2]

    @classmethod
    @cache
    def columns(cls) -> tuple[Column, ...]:
        """The contract's columns in the order of its template."""
        return tuple(_column(name, field) for name, field in cls.model_fields.items())

    @classmethod
    def stored_columns(cls) -> dict[str, str]:
        """Name and SQL type of what the store keeps of a row."""
        return {each.stored_name: each.stored_as for each in cls.columns()}


def _column(name: str, field: Any) -> Column:
    kind = next((each for each in field.metadata if isinstance(each, Kind)), None) or _optional_kind(field.annotation)
    extra = field.json_schema_extra
    return Column(
        name=name,
        kind=kind,
        required=field.is_required(),
        description=field.description,
        example=extra["example"],
        also=tuple(extra["also"]),
        codes=extra["codes"],
    )


def _optional_kind(annotation: Any) -> Kind:
    """The kind inside `Day | None`: pydantic leaves it within the union."""
    for member in annotation.__args__:
        for note in getattr(member, "__metadata__", ()):
            if isinstance(note, Kind):
                return note
    raise TypeError(f"{annotation} names no kind")
