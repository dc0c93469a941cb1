"""The published files this tool can load, each known by its columns: adding a file is one entry here."""

from collections.abc import Collection
from typing import Literal

from pydantic import BaseModel, ConfigDict

AREA_COLUMNS = ("time_period", "geographic_level", "region_code", "region_name", "old_la_code", "la_name")


class NotABenchmarkFile(ValueError):
    """The file cannot be loaded as a benchmark; the message is a sentence saying what was expected."""


class Figure(BaseModel):
    """Where one measure stands in a published file: in one column, or as a share of several."""

    model_config = ConfigDict(frozen=True)
    measure: str
    value: str = ""
    numerator: tuple[str, ...] = ()
    denominator: tuple[str, ...] = ()
    rest: tuple[str, ...] = ()
    """The other parts of the whole. When a part of the numerator is suppressed and none of these is,
    the numerator is still known: it is the whole less the rest."""

    @property
    def columns(self) -> set[str]:
        """Every column the measure is read from."""
        return {name for name in (self.value, *self.numerator, *self.denominator, *self.rest) if name}


class PublishedFile(BaseModel):
    """One kind of published file."""

    model_config = ConfigDict(frozen=True)
    title: str
    holds: Literal["values", "populations", "neighbours"] = "values"
    year_ends: tuple[int, int] = (3, 31)
    figures: tuple[Figure, ...] = ()
    marks: tuple[str, ...] = ()
    """Columns, besides those of the figures, that tell this file from others."""
    model: str = ""
    """For a list of statistical neighbours: the name of its model."""

    @property
    def own_columns(self) -> set[str]:
        """The columns that only this file needs."""
        return set(self.marks).union(*(figure.columns for figure in self.figures))

    @property
    def columns(self) -> set[str]:
        """The columns a file must have to be read as this one."""
        return self.own_columns | (set() if self.holds == "neighbours" else set(AREA_COLUMNS))


CHILDREN_IN_NEED = "DfE, Children in need"
WORKFORCE = "DfE, Children's social work workforce"

FILES: tuple[PublishedFile, ...] = (
    PublishedFile(
        title=f"{CHILDREN_IN_NEED}: child protection plans at 31 March by length of time (D5)",
        figures=(
            Figure(measure="cp_plans_number", value="CPP_At31"),
            Figure(
                measure="cp_2plus_years_pct",
                value="2_years_or_more_percent",
                numerator=("2_years_or_more",),
                denominator=("CPP_At31",),
            ),
        ),
    ),
    PublishedFile(
        title=f"{CHILDREN_IN_NEED}: child protection plans ending by length of time (D7)",
        figures=(
            Figure(
                measure="cp_2plus_years_at_closure_pct",
                value="2_years_or_more_percent",
                numerator=("2_years_or_more",),
                denominator=("CPP_End",),
            ),
        ),
    ),
    PublishedFile(
        title=f"{CHILDREN_IN_NEED}: child protection plans which are a second or subsequent plan (D3)",
        figures=(
            Figure(measure="cp_plans_started_number", value="CPP_start"),
            Figure(
                measure="cp_second_or_subsequent_pct",
                value="CPP_subsequent_percent",
                numerator=("CPP_subsequent",),
                denominator=("CPP_start",),
            ),
        ),
    ),
    PublishedFile(
        title=f"{CHILDREN_IN_NEED}: referrals and re-referrals (C1)",
        figures=(
            Figure(measure="referrals_number", value="referral_count"),
            Figure(
                measure="rereferrals_12m_pct",
                value="rereferral_percent",
                numerator=("rereferral_count",),
                denominator=("referral_count",),
            ),
        ),
    ),
    PublishedFile(
        title=f"{CHILDREN_IN_NEED}: duration of assessment (C2)",
        figures=(
            Figure(
                measure="assessments_45wd_pct",
                numerator=(
                    "Same_day",
                    "1-10_days",
                    "11-20_days",
                    "21-30_days",
                    "31-40_days",
                    "41-45_days",
                ),
                denominator=("Assessments_completed",),
                rest=("46-50_days", "51-60_days", "61+_days"),
            ),
        ),
    ),
    PublishedFile(
        title=f"{CHILDREN_IN_NEED}: section 47 enquiries and initial child protection conferences (C4)",
        figures=(
            Figure(measure="section_47_number", value="Section47"),
            Figure(measure="section_47_rate", value="Section47_rate", numerator=("Section47",)),
            Figure(
                measure="icpc_15wd_pct",
                numerator=("Duration_0-10_days", "Duration_11-15_days"),
                denominator=("ICPC",),
                rest=("Duration_16-20_days", "Duration_21+_days"),
            ),
        ),
    ),
    PublishedFile(
        title=f"{WORKFORCE}: indicators at 30 September",
        year_ends=(9, 30),
        figures=(
            Figure(
                measure="sw_turnover_rate_fte",
                value="turnover_rate_fte",
                numerator=("leavers_fte",),
                denominator=("inpost_fte",),
            ),
            Figure(
                measure="sw_vacancy_rate_fte",
                value="vacancy_rate_fte",
                numerator=("vacancy_fte",),
                denominator=("vacancy_fte", "inpost_fte"),
            ),
            Figure(
                measure="sw_agency_rate_fte",
                value="agency_rate_fte",
                numerator=("agency_fte",),
                denominator=("agency_fte", "inpost_fte"),
            ),
            Figure(
                measure="sw_average_caseload_fte",
                value="caseload_fte",
                numerator=("cases",),
                denominator=("case_holders_fte",),
            ),
            Figure(measure="sw_sickness_absence_rate_fte", value="absence_rate_fte"),
        ),
    ),
    PublishedFile(
        title="ONS, Mid-year population estimates: children aged 0 to 17",
        holds="populations",
        year_ends=(6, 30),
        figures=(Figure(measure="children_0_17", value="population_estimate"),),
        marks=("age_group",),
    ),
    PublishedFile(
        title="DfE, Statistical neighbours, 2025 model",
        holds="neighbours",
        marks=("old_la_code", "la_name", *(f"SN_{rank}" for rank in range(1, 11))),
        model="2025",
    ),
    PublishedFile(
        title="DfE, Statistical neighbours, April 2021 groupings",
        holds="neighbours",
        marks=("LA num", "LA Name", *(f"SN{rank}" for rank in range(1, 11))),
        model="2021",
    ),
)


def recognise(header: Collection[str], name: str) -> PublishedFile:
    """The kind of published file that has these columns, whatever the file is called."""
    present = set(header)
    for kind in FILES:
        if kind.columns <= present:
            return kind
    raise NotABenchmarkFile(_what_was_expected(present, name))


def _what_was_expected(present: set[str], name: str) -> str:
    nearest = max(FILES, key=lambda kind: len(kind.own_columns & present) / len(kind.own_columns))
    if len(nearest.own_columns & present) * 2 > len(nearest.own_columns):
        missing = ", ".join(sorted(nearest.columns - present))
        return f"{name} looks like “{nearest.title}” but has no column called {missing}."
    expected = "; ".join(kind.title for kind in FILES)
    return f"{name} is not a published file this tool can load. It expects the columns of one of: {expected}."
