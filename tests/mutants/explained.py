"""Changes that no spec can notice, each with the reason: those of every indicator, and `explained/<name>.toml`."""

import re
import tomllib

from metrics.catalogue import read_catalogue
from metrics.datasets import contracts
from tests.conftest import ROOT
from tests.mutants.running import Survivor

FOLDER = ROOT / "tests" / "mutants" / "explained"
NO_DAY = "the shared query leaves out a case without a day; the condition says so to who reads the file"
NO_ANSWER = "the shared query counts only what is true: null adds as little as false"


def because(survivor: Survivor) -> str | None:
    written = _written(survivor.name).get((survivor.line, survivor.change))
    return written or (_for_every_indicator(survivor) if survivor.name in read_catalogue() else None)


def left_over(names: list[str], survivors: list[Survivor]) -> list[str]:
    """Reasons for changes that are noticed by now, or can no longer be made."""
    lived = {(each.name, each.line, each.change) for each in survivors}
    return [
        f"{name}: {line} | {change}" for name in names for line, change in _written(name) if (name, line, change) not in lived
    ]


def _written(name: str) -> dict[tuple[str, str], str]:
    """(line, change) -> why it makes no difference."""
    file = FOLDER / f"{name}.toml"
    if not file.is_file():
        return {}
    found = tomllib.loads(file.read_text(encoding="utf-8"))["same"]
    return {(each["line"], each["change"]): each["because"] for each in found}


def _for_every_indicator(survivor: Survivor) -> str | None:
    sql = " ".join(read_catalogue()[survivor.name].sql.split())
    old, new = survivor.change.split(" -> ", maxsplit=1)
    if old.startswith("coalesce(") and old.endswith(", false )") | old.endswith(", false)") and f"{old} as numerator" in sql:
        return NO_ANSWER
    condition = re.fullmatch(r"(?:where|and) (\w+\.\w+) is not null", survivor.line)
    if condition is None or not re.search(rf"{re.escape(condition[1])} as counts_(on|from)\b", sql):
        return None
    dropped = new == "true"
    return NO_DAY if dropped or new in _always_there(sql) else None


def _always_there(sql: str) -> set[str]:
    """The columns that every row of what the query reads has."""
    read = [each for each in contracts().values() if re.search(rf"\b{each.dataset}\b", sql)]
    return {each.stored_name for dataset in read for each in dataset.columns() if each.required}
