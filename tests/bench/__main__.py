"""Measure loading, counting and drawing. The numbers are for people: the exit code is 0 whatever they are."""

import argparse
from collections.abc import Callable, Iterator

from metrics.catalogue import read_catalogue
from tests.bench.counting import measure_counting
from tests.bench.judging import measure_judging
from tests.bench.lines import measure_lines
from tests.bench.loading import measure_csv, measure_memory, measure_workbook, measure_xml
from tests.bench.pages import measure_pages
from tests.bench.presenting import measure_presenting
from tests.bench.reading import measure_reading
from tests.bench.timing import Result, as_table

PARTS = ("counting", "reading", "judging", "csv", "xml", "workbook", "memory", "lines", "pages", "presenting")


def main() -> None:
    options = _options()
    found: list[Result] = []
    for part in options.only or PARTS:
        for each in _measure(part, options):
            print(f"{each.what}: {each.ratio:.2f}", flush=True)  # the whole takes minutes: say how far it has come
            found.append(each)
    print(f"\n{as_table(found)}")


def _measure(part: str, options: argparse.Namespace) -> Iterator[Result]:
    quick = options.quick
    if part == "counting":
        for rows in options.rows or ([20_000] if quick else [100_000, 1_000_000, 10_000_000]):
            yield from measure_counting(
                rows,
                rounds=1 if quick or rows > 1_000_000 else 3,
                families_too=rows <= 1_000_000 or bool(options.rows),
                only=options.indicator or (),
            )
        return
    alone: dict[str, Callable[[], Iterator[Result]]] = {
        "reading": lambda: measure_reading(20_000 if quick else 1_000_000, rounds=1 if quick else 3),
        "judging": lambda: measure_judging(rounds=1 if quick else 5),
        "csv": lambda: measure_csv(50_000 if quick else 1_000_000, rounds=1 if quick else 3),
        "xml": lambda: measure_xml((5,) if quick else (5, 50, 200), rounds=1 if quick else 3),
        "workbook": lambda: measure_workbook(20_000 if quick else 1_000_000, rounds=1 if quick else 3),
        "memory": lambda: measure_memory(20_000 if quick else 1_000_000, 5 if quick else 100),
        "lines": lambda: measure_lines(rounds=1 if quick else 8),
        "pages": lambda: measure_pages(rounds=2 if quick else 8),
        "presenting": lambda: measure_presenting(rounds=5 if quick else 100),
    }
    yield from alone[part]()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="small sizes and a round or two: whether it runs, not how fast")
    parser.add_argument("--only", action="append", choices=PARTS, help="may be given more than once")
    parser.add_argument("--rows", action="append", type=int, help="rows per dataset to count, instead of the usual three sizes")
    parser.add_argument("--indicator", action="append", choices=[*read_catalogue()], metavar="ID", help="count this one alone")
    return parser.parse_args()


if __name__ == "__main__":
    main()
