"""The catalogue: every indicator, read from `indicators/<theme>/<id>.sql`. The folder listing is the registry."""

import re
import tomllib
from datetime import date
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

JOURNEY = {
    "early_help": "Early help",
    "front_door": "Front door",
    "section_47": "Section 47 enquiries and conferences",
    "child_protection": "Child protection",
    "children_in_need": "Children in need",
    "in_care": "Children in care and care leavers",
    "missing": "Missing and exploitation",
    "private_fostering": "Private fostering",
    "health": "Health",
    "police": "Police and domestic abuse",
    "education": "Education",
    "allegations": "Allegations against people who work with children",
    "workforce": "Workforce",
    "partnership": "Partnership",
    "context": "Context",
}
"""The themes in the order of the child's journey, with the names that screens use."""

ACROSS = {
    "neglect": "Neglect",
    "domestic_abuse": "Domestic abuse",
    "exploitation": "Exploitation",
    "violence": "Serious violence",
}
"""Themes that cut across the journey: an indicator's header may name them, and a board may make them a priority."""

SAYS = {"quantity": "Quantity: how much was done", "quality": "Quality: how well", "outcome": "Outcome: is anyone better off"}
"""What an indicator can tell, in the words of a list to choose from."""

BETWEEN = " / "
"""What stands between the two values of a crossed breakdown."""

HEADER = re.compile(r"\A\s*/\*(?P<header>.*?)\*/(?P<sql>.*)\Z", re.DOTALL)


class Changed(BaseModel):
    """A change of a definition: figures before and after that day are not of one kind."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    on: date
    what: str


class Indicator(BaseModel):
    """An indicator: the header of its file, and the query that lists its cases.

    `timing`: as_at counts what is open on the last day of the period; in_period what happened in it; rolling_year what
    happened in the twelve months that end with it. `short`: the title in a few words, as inside a sentence.
    `says`: whether it tells how much was done, how well, or whether anyone is better off.
    `statistic`: the sum of the cases' numerators over that of their denominators, or the middle one of their numerators.
    `settles`: days until a case's outcome can be known. `looks_back`: months of earlier data without which a case cannot be
    judged. `needs`: columns without which it cannot be answered, as `contacts.outcome`; where one of several will do, as
    `contacts.outcome or contacts.referral_date`. `year_in`: a column that holds a rolling year's twelve months by itself, in a
    kind of file that does not tell its months apart. `breakdowns`: column of the query -> what it is called.
    `crossed`: a breakdown that puts two others together -> those two; its column has their values with BETWEEN between them.
    `of_people`: false of what counts agencies, schools or meetings, whose small numbers say nothing of a child or a worker.
    `version` counts the definition's versions; `changed` says on which day each later one began, and what was changed.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    theme: str
    line: int
    title: str
    short: str
    asks: str
    counts: str
    unit: Literal["count", "percent", "rate_per_10000", "ratio", "days"]
    says: Literal["quantity", "quality", "outcome"]
    statistic: Literal["sum", "median"] = "sum"
    timing: Literal["as_at", "in_period", "rolling_year"]
    better: Literal["smaller", "bigger", "monitor"]
    owner: str
    themes: tuple[str, ...]
    numerator_is: str
    denominator_is: str = ""
    benchmark: str = ""
    no_benchmark_because: str = ""
    breakdowns: dict[str, str] = {}
    crossed: dict[str, tuple[str, str]] = {}
    of_people: bool = True
    caution: str = ""
    settles: int = 0
    looks_back: int = 0
    needs: tuple[str, ...] = ()
    year_in: str = ""
    source: str
    reviewed: date
    version: int = 1
    changed: tuple[Changed, ...] = ()
    sql: str

    @property
    def theme_title(self) -> str:
        return JOURNEY[self.theme]

    @property
    def adds_up(self) -> bool:
        """Whether parts may be added: not a middle value, nor people who are counted once however many cases they have."""
        return self.statistic == "sum" and "counted_as" not in self.sql

    def needed_of(self, dataset: str) -> tuple[frozenset[str], ...]:
        """The columns of a dataset that it needs: of each group one at least."""
        groups = (frozenset(each.split(" or ")) for each in self.needs)
        return tuple(
            frozenset(name.partition(".")[2] for name in group)
            for group in groups
            if all(name.startswith(f"{dataset}.") for name in group)
        )

    def is_about(self, theme: str) -> bool:
        """Whether it stands under a theme, or its header names it."""
        return theme == self.theme or theme in self.themes


@cache
def read_catalogue() -> dict[str, Indicator]:
    """Every indicator by its id, in the order of the child's journey.

    Raises ValueError with the file and what is wrong with its header.
    """
    found = [
        read_indicator(theme.name, file.name.removesuffix(".sql"), file.read_text(encoding="utf-8"))
        for theme in _folder().iterdir()
        if theme.is_dir() and not theme.name.startswith("_")
        for file in theme.iterdir()
        if file.name.endswith(".sql")
    ]
    order = list(JOURNEY)
    found.sort(key=lambda each: (order.index(each.theme), each.line, each.id))
    return {each.id: each for each in found}


def theme_titles() -> dict[str, str]:
    """Every theme that an indicator may stand in, with its name: the child's journey first, then those that cut across it."""
    named = {theme for each in read_catalogue().values() for theme in each.themes}
    others = {each: each.replace("_", " ").capitalize() for each in sorted(named)}
    return {**JOURNEY, **{each: name for each, name in {**others, **ACROSS}.items() if each not in JOURNEY}}


def indicator(name: str) -> Indicator:
    """One indicator. Raises ValueError with the ids that exist."""
    catalogue = read_catalogue()
    if name not in catalogue:
        raise ValueError(f"There is no indicator called {name}. The indicators are: {', '.join(catalogue)}.")
    return catalogue[name]


def read_indicator(theme: str, name: str, text: str) -> Indicator:
    """Read one file's text. Raises ValueError with a sentence when the header is missing or wrong."""
    where = f"indicators/{theme}/{name}.sql"
    parts = HEADER.match(text)
    if parts is None:
        raise ValueError(f"{where} does not begin with a header between /* and */.")
    try:
        header = _trimmed(tomllib.loads(parts["header"]))
        return Indicator.model_validate({"id": name, "theme": theme, "sql": parts["sql"].strip().rstrip(";"), **header})
    except (tomllib.TOMLDecodeError, ValidationError) as problem:
        raise ValueError(f"The header of {where} cannot be read: {problem}") from problem


def _folder() -> Traversable:
    return files("metrics") / "indicators"


def _trimmed(header: dict[str, object]) -> dict[str, object]:
    return {key: " ".join(value.split()) if isinstance(value, str) else value for key, value in header.items()}
