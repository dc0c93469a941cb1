"""The rules that rows are held against: one SQL file for each, found by folder.

`checks/<dataset>/<rule>.sql` begins with a header (field, severity, sentence, source) and lists the row_number of every row
of `rows` that breaks the rule; a rule about the file as a whole lists null. `rows` has the stored columns of the dataset's
contract, and `file` the day that the file stands for (`as_at`). `every_dataset/` holds for all of them.

A rule without `reads` is applied on the reading desk, where `rows` also has each row's `place` in the file, the date of birth
and the columns that are only looked at (`Extract.looked_at`): none of them leaves it. One with `reads` is held, when the file
has been read, against what it names: see `metrics/checks/beside.py`. Further columns that it lists fill the {places} of its
sentence.
"""

import re
import tomllib
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from metrics.submission import Severity

HEADER = re.compile(r"\A\s*/\*(?P<header>.*?)\*/(?P<sql>.*)\Z", re.DOTALL)


EVERY_DATASET = "every_dataset"


class Check(BaseModel):
    """One rule. `source`: where it comes from, a rule of the DfE's or our own. `reads`: what it needs besides the rows."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    dataset: str
    rule: str
    field: str
    severity: Severity
    sentence: str
    source: str
    reads: tuple[str, ...] = ()
    sql: str

    @property
    def name(self) -> str:
        return f"{self.dataset}/{self.rule}"


@cache
def read_checks() -> dict[str, Check]:
    """Every rule by its name, `dataset/rule`. Raises ValueError for a file without a header."""
    found = []
    for folder in (files("metrics") / "checks").iterdir():
        if folder.is_dir() and not folder.name.startswith("_"):
            found += [
                _read(folder.name, file.name.removesuffix(".sql"), file.read_text(encoding="utf-8"))
                for file in folder.iterdir()
                if file.name.endswith(".sql")
            ]
    return {each.name: each for each in sorted(found, key=lambda each: each.name)}


def checks_alone(dataset: str) -> tuple[Check, ...]:
    """The rules that need nothing but the rows of the file."""
    return tuple(each for each in read_checks().values() if each.dataset == dataset and not each.reads)


def checks_beside(dataset: str) -> tuple[Check, ...]:
    """The rules that need more: the days covered, other datasets, or what was sent before."""
    return tuple(each for each in read_checks().values() if each.dataset in {dataset, EVERY_DATASET} and each.reads)


def _read(dataset: str, rule: str, text: str) -> Check:
    parts = HEADER.match(text)
    if parts is None:
        raise ValueError(f"checks/{dataset}/{rule}.sql does not begin with a header between /* and */.")
    header = {
        key: " ".join(value.split()) if isinstance(value, str) else value
        for key, value in tomllib.loads(parts["header"]).items()
    }
    return Check.model_validate({"dataset": dataset, "rule": rule, "sql": parts["sql"].strip().rstrip(";"), **header})
