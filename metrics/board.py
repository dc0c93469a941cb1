"""One partnership's choices: its area, its agencies and what each sends, its targets, its meetings, its rules.

Written by people in a `board.toml`; kept in the store, every version with the time it was set.
"""

import re
import tomllib
from collections.abc import Collection
from datetime import date, timedelta
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from metrics.catalogue import Indicator, read_catalogue, theme_titles
from metrics.datasets import contracts


class TwoYears(StrEnum):
    """When a child protection plan has lasted two years or more. Official texts differ by a day or two at the edge.

    DFE: "for more than 729 calendar days including days of cessation" (DfE, Local Authority Interactive Tool, measure 264):
    the first and the last day both count. ELAPSED: 730 days have passed. ANNIVERSARY: the second anniversary has come.
    """

    DFE = "dfe_more_than_729_days"
    ELAPSED = "730_days_elapsed"
    ANNIVERSARY = "second_anniversary"

    @property
    def words(self) -> str:
        return {
            TwoYears.DFE: "more than 729 calendar days, the first and last included (the DfE's wording)",
            TwoYears.ELAPSED: "730 days have passed since the start",
            TwoYears.ANNIVERSARY: "the second anniversary of the start has come",
        }[self]

    @property
    def sql(self) -> str:
        """The first day on which a plan started on `start_day` has lasted two years."""
        return {
            TwoYears.DFE: "start_day + 729",
            TwoYears.ELAPSED: "start_day + 730",
            TwoYears.ANNIVERSARY: "(start_day + interval 2 years)::date",
        }[self]


class Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Area(Frozen):
    """The local authority area: the DfE's 3-digit code, and the region by its ONS code."""

    code: str
    name: str
    region_code: str = ""
    region_name: str = ""
    neighbour_model: str = "2025"


class Agency(Frozen):
    """An agency of the partnership: which datasets it sends, how long after a period they are due, and whom to ask.

    `returns` names the indicators of which it has no records to send, and returns the figures.
    """

    id: str = Field(pattern=r"^[a-z0-9_]+$")
    name: str
    role: str
    sends: tuple[str, ...] = ()
    returns: tuple[str, ...] = ()
    lead: str = ""
    contact: str = ""
    due_days: int = 30
    not_recorded: dict[str, str] = {}

    @property
    def templates(self) -> tuple[str, ...]:
        """The datasets that it fills in."""
        return (*self.sends, *(("returns",) if self.returns and "returns" not in self.sends else ()))

    @model_validator(mode="after")
    def _sends_what_exists(self) -> "Agency":
        unknown = [each for each in (*self.sends, *self.not_recorded) if each not in contracts()]
        if unknown:
            raise ValueError(f"{', '.join(unknown)}: no such dataset. The datasets are: {', '.join(contracts())}")
        return self

    @model_validator(mode="after")
    def _returns_what_is_counted(self) -> "Agency":
        unknown = [each for each in self.returns if each not in read_catalogue()]
        if unknown:
            raise ValueError(f"{', '.join(unknown)}: no such indicator. The Definitions page names every one with its file")
        return self


class Target(Frozen):
    """What the board agreed for one indicator: a number, `England`, `region`, `neighbours` or `monitor`."""

    indicator: str
    target: str
    agreed_by: str = ""
    agreed_on: date | None = None


class Priority(Frozen):
    """What the board chose to look at closely: a name, and the indicators that belong to it, one by one or by their themes."""

    name: str = Field(min_length=1)
    indicators: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The name as a link writes it: `early_help`."""
        return "_".join(re.findall(r"[a-z0-9]+", self.name.lower()))

    def holds(self, indicator: Indicator) -> bool:
        return indicator.id in self.indicators or any(indicator.is_about(each) for each in self.themes)

    @model_validator(mode="after")
    def _names_what_exists(self) -> "Priority":
        _refuse_unknown(self.indicators, read_catalogue(), f"{self.name}: there is no indicator called")
        _refuse_unknown(self.themes, theme_titles(), f"{self.name}: there is no theme called")
        if not self.id:
            raise ValueError(f"{self.name}: the name of a priority has to hold letters or digits")
        if not self.indicators and not self.themes:
            raise ValueError(f"{self.name}: a priority has to name indicators or themes")
        return self


class Settings(Frozen):
    """The rules that the board chose where official texts leave a choice. Shown on the Definitions page."""

    two_years: TwoYears = TwoYears.DFE
    amber_within_percent: float = 10.0


class Board(Frozen):
    name: str
    area: Area
    agencies: tuple[Agency, ...]
    targets: tuple[Target, ...] = ()
    meetings: tuple[date, ...] = ()
    settings: Settings = Settings()
    priorities: tuple[Priority, ...] = ()

    @model_validator(mode="after")
    def _priorities_differ(self) -> "Board":
        ids = [each.id for each in self.priorities]
        twice = sorted({each.name for each in self.priorities if ids.count(each.id) > 1})
        if twice:
            raise ValueError(f"Two priorities have one name: {', '.join(twice)}")
        return self

    def agency(self, agency_id: str) -> Agency:
        """Raises ValueError with the ids that exist."""
        for each in self.agencies:
            if each.id == agency_id:
                return each
        known = ", ".join(each.id for each in self.agencies)
        raise ValueError(f"There is no agency called {agency_id} on this board. The agencies are: {known}.")

    def senders(self, dataset: str) -> tuple[Agency, ...]:
        """The agencies that send a dataset, those included that say they do not record it."""
        return tuple(each for each in self.agencies if dataset in each.sends or dataset in each.not_recorded)

    def returning(self, indicator: str) -> tuple[Agency, ...]:
        """The agencies that are to return an indicator's figures."""
        return tuple(each for each in self.agencies if indicator in each.returns)

    def owner(self, role: str) -> Agency | None:
        """The agency that answers for an indicator."""
        return next((each for each in self.agencies if each.role == role), None)

    def target(self, indicator: str) -> Target | None:
        return next((each for each in self.targets if each.indicator == indicator), None)

    def next_meeting(self, today: date) -> date | None:
        return min((each for each in self.meetings if each >= today), default=None)


def read_board(text: str) -> Board:
    """Read a `board.toml`. Raises ValueError with a sentence for each thing that is wrong."""
    try:
        return Board.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as problem:
        raise ValueError(f"The board file is not valid TOML: {problem}.") from problem
    except ValidationError as problem:
        faults = "; ".join(_fault(".".join(map(str, each["loc"])), each["msg"]) for each in problem.errors())
        raise ValueError(f"The board file cannot be used: {faults}.") from problem


def _fault(place: str, said: str) -> str:
    """What is wrong, and where in the file; what we say ourselves needs no more than its sentence."""
    return f"{place}: {said}" if place and "Value error, " not in said else said.removeprefix("Value error, ")


def _refuse_unknown(names: Collection[str], known: Collection[str], said: str) -> None:
    unknown = [each for each in names if each not in known]
    if unknown:
        raise ValueError(f"{said} {', '.join(unknown)}. There are: {', '.join(known)}")


def due_day(agency: Agency, period_end: date) -> date:
    """The day by which an agency's data for a period is due."""
    return period_end + timedelta(days=agency.due_days)


ROLES = {
    "childrens_social_care": ("council", "Anytown Council"),
    "early_help": ("early_help", "Anytown Early Help"),
    "police": ("police", "Anytown Police"),
    "health": ("health", "Anytown NHS Trust"),
    "mental_health": ("camhs", "Anytown Child and Adolescent Mental Health Service"),
    "education": ("education", "Anytown Education Service"),
    "youth_justice": ("youth_justice", "Anytown Youth Justice Service"),
    "probation": ("probation", "Anytown Probation"),
    "partnership": ("partnership", "Anytown Partnership Business Unit"),
}
"""The roles that agencies play, each with an id and a name for the example: whom an indicator's `owner` may name."""


def example_board() -> str:
    """A `board.toml` to begin with: an agency for every role, with the datasets that such an agency sends."""
    sent: dict[str, list[str]] = {role: [] for role in ROLES}
    for each in contracts().values():
        if each.speaks_of == "named":
            continue  # any agency may: an example would say that this one has to
        sent[each.sender].append(each.dataset)
    agencies = [_example_agency(role, sent[role]) for role in ROLES]
    return "\n".join([EXAMPLE_HEAD, *agencies, EXAMPLE_TARGETS, EXAMPLE_PRIORITIES])


def _example_agency(role: str, datasets: list[str]) -> str:
    agency, name = ROLES[role]
    sends = ", ".join(f'"{each}"' for each in sorted(datasets))
    return (
        f'[[agencies]]\nid = "{agency}"\nname = "{name}"\nrole = "{role}"\nsends = [{sends}]\n'
        "returns = []                 # indicators whose figures it returns, having no records to send\n"
        f'lead = "Data lead"\ncontact = "{agency}@anytown.example"\ndue_days = 30\n'
    )


EXAMPLE_HEAD = """\
# What one partnership chose. Every part can be changed later.
name = "Anytown Safeguarding Children Partnership"
meetings = [2026-12-15]

[area]
code = "210"                 # the DfE's 3-digit code of the local authority
name = "Anytown"
region_code = "E12000007"
region_name = "London"
neighbour_model = "2025"

[settings]
two_years = "dfe_more_than_729_days"     # or 730_days_elapsed, second_anniversary
amber_within_percent = 10
"""
EXAMPLE_TARGETS = """\
[[targets]]
indicator = "cp_plans_two_years"
target = "England"

[[targets]]
indicator = "return_interviews_within_72_hours"
target = "75"
"""
EXAMPLE_PRIORITIES = """\
[[priorities]]
name = "Neglect"
themes = ["neglect"]         # every indicator about this theme; or name them: indicators = ["cp_plans_open"]
"""
