"""What the partnership's business unit sends about the children who live in the area, from published statistics."""

from typing import ClassVar

from metrics.datasets.codes import AGE_BANDS, ETHNICITIES, SEXES
from metrics.datasets.contract import Code, Day, Extract, Whole, column

POPULATION_TABLES = {
    "age and sex": "Every child of the area once, by age band and sex",
    "ethnicity": "Every child of the area once, by ethnicity",
}


class ChildPopulation(Extract):
    """Children aged 0 to 17 who live in the area: one row for each day counted and group.

    The groups are two tables, and each holds every child once: the statistics office counts age and sex every year, ethnicity
    at a census. The tables are never added to each other: `counted_by` says to which one a row belongs.
    """

    sender: ClassVar[str] = "partnership"
    dataset: ClassVar[str] = "child_population"
    title: ClassVar[str] = "Children who live in the area"
    event: ClassVar[str] = "as_at"
    key: ClassVar[tuple[str, ...]] = ("as_at", "counted_by", "age_band", "sex", "ethnicity")
    first_day: ClassVar[str] = "as_at"
    last_day: ClassVar[str] = "as_at"
    lists_cases: ClassVar[bool] = False

    as_at: Day = column(
        "The day the children were counted: 30 June for a mid-year estimate.",
        "30/06/2024",
        also=("mid-year", "population date"),
    )
    counted_by: Code = column(
        "Which table the row belongs to. Each table holds all the children: give either or both.",
        "age and sex",
        also=("table",),
        codes=POPULATION_TABLES,
    )
    age_band: Code | None = column(
        "The age band, in the table by age and sex. The oldest holds those aged 16 and 17.",
        "5 to 9",
        also=("age",),
        codes={each.lower(): each for each in AGE_BANDS[1:-1]},
        optional=True,
    )
    sex: Code | None = column("The sex, in the table by age and sex.", "F", also=("gender",), codes=SEXES, optional=True)
    ethnicity: Code | None = column(
        "The ethnicity, by the DfE's code, in the table by ethnicity.",
        "",
        also=("ethnic group",),
        codes=ETHNICITIES,
        optional=True,
    )
    children: Whole = column(
        "How many children aged 0 to 17 are in the group.", "9120", also=("population", "number of children")
    )
    children_in_poverty: Whole | None = column(
        "How many of them live in relative low income before housing costs; empty where it is not known for the group.",
        "1640",
        also=("children in low income families", "in poverty"),
        optional=True,
    )
