"""One pytest session in which the specs are run against every change, without starting anew for each."""

import os
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

import duckdb
import pytest
from _pytest.runner import runtestprotocol

from metrics import standing
from metrics.catalogue import read_catalogue
from metrics.checks import EVERY_DATASET, Check, read_checks
from metrics.datasets import contract, contracts
from metrics.store import Store
from tests.conftest import BOARD, ROOT
from tests.mutants.changes import Change, changes

SPECS = ROOT / "tests" / "indicators"
OF_CHECKS = ROOT / "tests" / "checks"


class Definition(NamedTuple):
    """A query to change, the specs that hold it, and how to put another text in its place."""

    name: str
    file: str
    sql: str
    specs: tuple[Path, ...]
    whole: Callable[[str], str]  # a text of it as a query that can be bound by itself


class Survivor(NamedTuple):
    name: str
    where: str
    line: str
    change: str


def indicator_definition(name: str) -> Definition:
    found = read_catalogue()[name]
    file = files("metrics") / "indicators" / found.theme / f"{name}.sql"
    return Definition(name, file.read_text(encoding="utf-8"), found.sql, _specs((name,)), lambda sql: sql)


def check_definition(check: Check) -> Definition:
    """A rule of `checks/`, with the tables that it may read standing empty in front of it."""
    file = files("metrics") / "checks" / check.dataset / f"{check.rule}.sql"
    of_files = (OF_CHECKS / "test_change_since_last_time.py",) if "null as row_number" in check.sql else ()
    specs = (OF_CHECKS / "test_edges.py", *of_files)
    own = "" if check.dataset == EVERY_DATASET else f"rows as ({_empty_rows(check.dataset)}), held as (from rows), "
    days = "(select null::date as first_day, null::date as last_day)"
    tables = ", ".join(f"{each} as {days}" for each in ("covered", "covered_before", "listed", "listed_before"))
    before = f"with {own}file as (select null::date as as_at), {tables}"
    return Definition(
        check.name, file.read_text(encoding="utf-8"), check.sql, specs, lambda sql: f"{before} select * from ({sql}) as found"
    )


def _empty_rows(dataset: str) -> str:
    extract = contract(dataset)
    kept = [f"null::{kind} as {name}" for name, kind in extract.stored_columns().items()]
    seen = [f"null::{each.stored_as} as {each.name}" for each in extract.looked_at]
    return f"select null::integer as row_number, null::varchar as place, null::date as date_of_birth, {', '.join(kept + seen)}"


def _specs(names: Sequence[str]) -> tuple[Path, ...]:
    return tuple(SPECS / f"test_{each}.py" for each in names)


def current_definition(dataset: str, specs: Sequence[str]) -> Definition:
    text = (files("metrics") / "current" / f"{dataset}.sql").read_text(encoding="utf-8")

    def whole(sql: str) -> str:
        return f"with standing as ({standing.standing_query(contract(dataset), [])})\n{standing._joined(f'*/{sql}')}"

    return Definition(f"current_{dataset}", text, text[text.index("*/") + 2 :].strip(), _specs(specs), whole)


@contextmanager
def in_place(definition: Definition, sql: str) -> Iterator[None]:
    """The catalogue, the rules, or the query of `current/`, with another text."""
    catalogue, rules, joined = read_catalogue(), read_checks(), standing._joined
    kept, kept_rules = dict(catalogue), dict(rules)
    if definition.name in rules:
        rules[definition.name] = kept_rules[definition.name].model_copy(update={"sql": sql})
    elif definition.name in catalogue:
        catalogue[definition.name] = kept[definition.name].model_copy(update={"sql": sql})
    else:
        standing._joined = lambda current: joined(f"*/{sql}" if current == definition.file else current)
    try:
        yield
    finally:
        standing._joined = joined
        catalogue.update(kept)
        rules.update(kept_rules)


class Session:
    """A pytest plugin: collects the specs once, then runs those of each definition until one of them fails."""

    def __init__(self, definitions: Sequence[Definition], told: Callable[[str], None]) -> None:
        self.definitions = definitions
        self.told = told
        self.tried = 0
        self.survivors: list[Survivor] = []

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        by_spec: dict[Path, list[pytest.Item]] = defaultdict(list)
        for item in session.items:
            by_spec[item.path].append(item)
        with bare_cursor() as cursor:
            for each in self.definitions:
                found = [item for spec in each.specs for item in by_spec[spec]]
                self._try(each, [item for item in found if holds(item, each)], cursor)
        return True

    def _try(self, definition: Definition, items: list[pytest.Item], cursor: duckdb.DuckDBPyConnection) -> None:
        failing = failed(items)
        if failing is not None:
            raise pytest.UsageError(f"{failing.nodeid} fails before anything is changed.")
        possible = [each for each in changes(definition.sql, columns_of(cursor)) if self._binds(definition, each, cursor)]
        for change in possible:
            with in_place(definition, change.applied(definition.sql)):
                failing = failed(items)
            if failing is None:
                self.survivors.append(survivor(definition, change))
            else:  # what found the last change is likely to find the next
                items.remove(failing)
                items.insert(0, failing)
        self.tried += len(possible)
        lived = sum(each.name == definition.name for each in self.survivors)
        self.told(f"{definition.name}: {len(possible)} changes, {lived} not noticed")

    def _binds(self, definition: Definition, change: Change, cursor: duckdb.DuckDBPyConnection) -> bool:
        try:
            cursor.execute(f"describe {definition.whole(change.applied(definition.sql))}")
        except duckdb.Error:
            return False
        return True


@contextmanager
def bare_cursor() -> Iterator[duckdb.DuckDBPyConnection]:
    """A cursor on a store of its own that nobody has sent anything."""
    with (
        tempfile.TemporaryDirectory() as folder,
        Store.create(Path(folder) / "bare.duckdb", BOARD) as store,
        store.cursor() as cursor,
    ):
        yield cursor


def columns_of(cursor: duckdb.DuckDBPyConnection) -> Callable[[str], dict[str, str]]:
    def columns(table: str) -> dict[str, str]:
        if table == "standing" or table not in contracts():
            return {}
        return {name: kind for name, kind, *_ in cursor.execute(f"describe {table}").fetchall()}

    return columns


def holds(item: pytest.Item, definition: Definition) -> bool:
    """Whether a test is about a definition: of the rules' edges, only its own."""
    edge = getattr(item, "callspec", None) if item.path.stem == "test_edges" else None
    return item.path.stem != "test_edges" or (edge is not None and edge.id == definition.name)


def failed(items: Sequence[pytest.Item]) -> pytest.Item | None:
    """The first test that fails. The session's own fixtures stay up from one test to the next."""
    for place, item in enumerate(items):
        following = items[(place + 1) % len(items)]
        item.session._setupstate.teardown_exact(item)  # the last test may have been of another file
        if any(report.failed for report in runtestprotocol(item, log=False, nextitem=following)):
            return item
    return None


def survivor(definition: Definition, change: Change) -> Survivor:
    """Where it stands in its file, in words that stay true when lines are added above."""
    before = definition.sql[: change.start]
    line = definition.sql.splitlines()[before.count("\n")]
    same = line[: len(before) - before.rfind("\n") - 1].count(change.old)
    header = definition.file[: definition.file.index(definition.sql)].count("\n")
    old, new = (" ".join(each.split()) for each in (change.old, change.new))
    said = f"{old} -> {new or 'nothing'}" + (f" ({same + 1})" if same else "")
    return Survivor(definition.name, str(header + before.count("\n") + 1), line.strip(), said)


def run(definitions: Sequence[Definition], told: Callable[[str], None]) -> Session:
    """Raises ValueError when a spec fails as it stands."""
    session = Session(definitions, told)
    specs = sorted({str(spec) for each in definitions for spec in each.specs})
    os.chdir(ROOT)
    code = pytest.main([*specs, "-q", "--no-header", "-p", "no:cacheprovider", "-p", "no:randomly"], plugins=[session])
    if code != pytest.ExitCode.OK:
        raise ValueError("The specs could not be run against the changes: see above.")
    return session
