"""The whole catalogue as a table and as a document: everything that the headers say, nothing that they do not."""

import csv
import re
from io import StringIO

from metrics import words
from metrics.catalogue import JOURNEY, Indicator, read_catalogue
from metrics.datasets import contracts

KEYS = (
    "id",
    "theme",
    "line",
    "title",
    "asks",
    "counts",
    "unit",
    "says",
    "timing",
    "statistic",
    "better",
    "owner",
    "themes",
    "numerator_is",
    "denominator_is",
    "breakdowns",
    "datasets",
    "benchmark",
    "no_benchmark_because",
    "caution",
    "settles",
    "looks_back",
    "source",
    "version",
    "changed",
    "reviewed",
)
"""The columns of the table, in their order."""
NAMES = {
    "counts": "What counts",
    "numerator_is": "Numerator",
    "denominator_is": "Denominator",
    "unit": "Unit",
    "timing": "Timing",
    "says": "Says",
    "better": "Better",
    "owner": "Owner",
    "themes": "Themes",
    "breakdowns": "Broken down by",
    "datasets": "Counted from",
    "benchmark": "Compared with",
    "no_benchmark_because": "Not compared, because",
    "caution": "Read with care",
    "settles": "Settles after, in days",
    "looks_back": "Needs earlier months",
    "source": "Source",
    "changed": "Changed",
    "reviewed": "Reviewed",
}
"""What the document calls each part, in the order in which it says them."""


def catalogue_rows() -> list[dict[str, str]]:
    """Every indicator as text under KEYS, in the order of the child's journey. What a header leaves out is empty."""
    return [_row(each) for each in read_catalogue().values()]


def catalogue_csv() -> str:
    """The catalogue as CSV, one row for each indicator."""
    text = StringIO()
    writer = csv.DictWriter(text, fieldnames=KEYS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(catalogue_rows())
    return text.getvalue()


def catalogue_document() -> str:
    """The catalogue as Markdown: a chapter for each theme, a section for each indicator."""
    parts = [
        "# Catalogue of indicators",
        "Written from the headers of `metrics/indicators/` by `scorecard catalogue --format markdown`: change them there.",
    ]
    rows = catalogue_rows()
    for theme, title in JOURNEY.items():
        of_theme = [each for each in rows if each["theme"] == theme]
        if of_theme:
            parts += [f"## {title}", *(_section(each) for each in of_theme)]
    return "\n\n".join(parts) + "\n"


def _row(indicator: Indicator) -> dict[str, str]:
    header = indicator.model_dump(mode="json")
    datasets = set(re.findall(r"\b(?:from|join) (\w+)", indicator.sql)) & set(contracts())
    special = {
        "themes": "; ".join(indicator.themes),
        "breakdowns": "; ".join(f"{column}: {called}" for column, called in indicator.breakdowns.items()),
        "datasets": "; ".join(sorted(datasets)),
        "changed": "; ".join(f"{words.day(each.on)}: {each.what}" for each in indicator.changed),
        "settles": str(indicator.settles or ""),
        "looks_back": str(indicator.looks_back or ""),
    }
    return {key: special.get(key, str(header.get(key, ""))) for key in KEYS}


def _section(row: dict[str, str]) -> str:
    said = [f"- {name}: {row[key]}" for key, name in NAMES.items() if row[key]]
    return "\n".join([f"### {row['title']}", "", f"`{row['id']}` {row['asks']}", "", *said])
