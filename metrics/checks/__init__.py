"""The rules that rows are held against: one SQL file for each, found by folder.

`checks/<dataset>/<rule>.sql` begins with a header (field, severity, sentence) and lists the row_number of every row of `rows`
that breaks the rule. `rows` has the stored columns of the dataset's contract.
"""

import re
import tomllib
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from metrics.submission import Severity

HEADER = re.compile(r"\A\s*/\*(?P<header>.*?)\*/(?P<sql>.*)\Z", re.DOTALL)


class Check(BaseModel):
    """One rule. `source` names where it comes from: a rule of the DfE's, or our own."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    dataset: str
    rule: str
    field: str
    severity: Severity
    sentence: str
    source: str
    sql: str


@cache
def all_checks() -> tuple[Check, ...]:
    """Every rule, by dataset and name. Raises ValueError for a file without a header."""
    found = []
    for folder in (files("metrics") / "checks").iterdir():
        if folder.is_dir() and not folder.name.startswith("_"):
            found += [
                _read(folder.name, file.name.removesuffix(".sql"), file.read_text(encoding="utf-8"))
                for file in folder.iterdir()
                if file.name.endswith(".sql")
            ]
    return tuple(sorted(found, key=lambda each: (each.dataset, each.rule)))


def checks_of(dataset: str) -> tuple[Check, ...]:
    return tuple(each for each in all_checks() if each.dataset == dataset)


def _read(dataset: str, rule: str, text: str) -> Check:
    parts = HEADER.match(text)
    if parts is None:
        raise ValueError(f"checks/{dataset}/{rule}.sql does not begin with a header between /* and */.")
    header = {key: " ".join(str(value).split()) for key, value in tomllib.loads(parts["header"]).items()}
    return Check.model_validate({"dataset": dataset, "rule": rule, "sql": parts["sql"].strip().rstrip(";"), **header})
