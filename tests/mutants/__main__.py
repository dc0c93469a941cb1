"""`python -m tests.mutants [ID | current_DATASET ...] [--current | --checks]`: which changes of a token does no spec notice?"""

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

from metrics.catalogue import indicator, read_catalogue
from metrics.checks import read_checks
from metrics.measure import datasets_read
from tests.mutants.explained import because, left_over
from tests.mutants.running import (
    Definition,
    Survivor,
    bare_cursor,
    check_definition,
    current_definition,
    indicator_definition,
    run,
)

CURRENT = "current_"


def main(arguments: list[str]) -> int:
    asked = _arguments(arguments)
    datasets = {name.removeprefix(CURRENT) for name in asked.ids if name.startswith(CURRENT)}
    named = [name for name in asked.ids if not name.startswith(CURRENT)]
    definitions = _rules(asked.ids) if asked.checks else _indicators(named if asked.ids else [*read_catalogue()])
    if asked.current:
        definitions += _current(definitions)
    if datasets:
        definitions += [
            each for each in _current(map(indicator_definition, read_catalogue())) if each.name[len(CURRENT) :] in datasets
        ]
    session = run(definitions, lambda said: print(said, flush=True))
    unexplained = [each for each in session.survivors if because(each) is None]
    lines = [_said(each) for each in session.survivors if asked.report or each in unexplained]
    lines += [
        f"Explained, and noticed by now: {each}" for each in left_over([each.name for each in definitions], session.survivors)
    ]
    lines.append(
        f"{session.tried} changes of {len(definitions)} definitions: {session.tried - len(session.survivors)} noticed, "
        f"{len(session.survivors) - len(unexplained)} explained, {len(unexplained)} neither."
    )
    print("\n".join(lines))
    if asked.report:
        asked.report.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return 1 if unexplained else 0


def _arguments(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.mutants", description=__doc__)
    parser.add_argument(
        "ids",
        nargs="*",
        metavar="ID",
        help="indicators, or current_DATASET for a query of metrics/current/; all indicators when none is named",
    )
    parser.add_argument("--current", action="store_true", help="change the queries of metrics/current/ that they read, too")
    parser.add_argument("--checks", action="store_true", help="change the rules of metrics/checks/ instead (ID: dataset/rule)")
    parser.add_argument("--report", type=Path, metavar="FILE", help="write every change that was not noticed, with its reason")
    return parser.parse_args(arguments)


def _indicators(names: Iterable[str]) -> list[Definition]:
    return [indicator_definition(indicator(name).id) for name in names]


def _rules(names: list[str]) -> list[Definition]:
    return [check_definition(read_checks()[name]) for name in names or read_checks()]


def _current(definitions: Iterable[Definition]) -> list[Definition]:
    """The datasets that the indicators read, each held by the specs of all that read it."""
    specs: dict[str, list[str]] = {}
    with bare_cursor() as cursor:
        for each in definitions:
            for dataset in sorted(datasets_read(cursor, indicator(each.name))):
                specs.setdefault(dataset, []).append(each.name)
    return [current_definition(dataset, names) for dataset, names in sorted(specs.items())]


def _said(survivor: Survivor) -> str:
    return (
        f"{survivor.name}:{survivor.where}: {survivor.line}\n    {survivor.change}\n    {because(survivor) or 'NOT EXPLAINED'}"
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
