"""The command line: everything the dashboard does, and what a script needs. Errors are sentences on stderr."""

import argparse
import importlib
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from metrics import exports
from metrics.benchmarks import NotABenchmarkFile, list_benchmarks, load_published
from metrics.board.example import example_board
from metrics.board_settings.commands import add_settings_commands
from metrics.bundles.commands import add_bundle_commands
from metrics.catalogue import indicator, read_catalogue
from metrics.clock import NOW_VARIABLE, now
from metrics.commands.acknowledgement import acknowledgement, acknowledgement_text
from metrics.commands.mapping import add_mapping_commands, keep, mapped_by, said_in
from metrics.commands.meetings import add_meeting_commands
from metrics.commands.missing import add_missing_commands
from metrics.commands.paper import add_paper_commands
from metrics.datasets import contracts
from metrics.datasets.returns import BY_AGENCY, Return
from metrics.figures import figures
from metrics.intake import Undated, read_delivery, together
from metrics.intake.source import Source, size_of
from metrics.keeping import covered_span
from metrics.measure import datasets_read
from metrics.meetings import last_finished_quarter
from metrics.periods import Frequency, Period, parse_period, periods_between
from metrics.public.figures import public_figures
from metrics.returns.sheet import sheet_csv
from metrics.scorecard import scorecard
from metrics.store import AlreadyReceived, Store, StoreError
from metrics.submission import Refused
from metrics.taking.deciding import restated_sentences, take
from metrics.taking.receipt import unexpected
from metrics.templates import described, template_csv
from metrics.wide.asking import as_data, in_lines, mapping_path, write_to_fill_in
from metrics.wide.meanings import Meanings, read_meanings
from metrics.wide.proposal import Unconfirmed

STORE_VARIABLE = "SCORECARD_STORE"
LEAST_MEGABYTES = 400
MEGABYTES_OF_A_PROCESSOR = 125
"""What the database asks for at least, for each processor that works on a query."""
DEMO_STORE = Path("data") / "demo.duckdb"
DEMO_NOW = "2026-11-24T12:00"
"""The sample's history is invented up to here: its clock stands still."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Returns 0 when it was done, 1 when it was refused or could not be."""
    options = _parser().parse_args(arguments)
    try:
        command: Callable[[argparse.Namespace], int] = options.command
        return command(options)
    except (StoreError, Refused, NotABenchmarkFile, ValueError) as problem:
        print(problem, file=sys.stderr)
        return 1
    except BrokenPipeError:  # the reader of our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as problem:
        print(f"{problem.filename or 'A file'} cannot be used: {problem.strerror}.", file=sys.stderr)
        return 1


def demo(options: argparse.Namespace) -> int:
    """Make the sample partnership's store, unless it is there, and open the dashboard on it."""
    os.environ.setdefault(NOW_VARIABLE, DEMO_NOW)
    path = options.store or DEMO_STORE
    if not path.exists():
        print("Making the sample partnership, with its meetings. This takes about a minute.", file=sys.stderr)
        importlib.import_module("sample_data.load").make_sample_store(path).close()
    return _open_dashboard(path, options)


def serve(options: argparse.Namespace) -> int:
    """Open the dashboard on a store."""
    path = _store_path(options)
    Store.open(path).close()
    return _open_dashboard(path, options)


def new(options: argparse.Namespace) -> int:
    """Make an empty store for a board."""
    text = options.board.read_text(encoding="utf-8")
    Store.create(options.path, text).close()
    print(f"Made {options.path} and, beside it, the key of its identifiers. Keep the key apart from copies of the store.")
    return 0


def template(options: argparse.Namespace) -> int:
    """Write a template: a dataset's CSV, or an example board.toml. With --agency: the rows that it is to return."""
    if options.agency:
        _write_sheet(options)
    elif options.name == "board":
        print(example_board(), end="")
    elif options.describe:
        print(described(options.name))
    else:
        print(template_csv(options.name), end="")
    return 0


def _write_sheet(options: argparse.Namespace) -> None:
    if options.name != Return.dataset:
        raise ValueError(f"Only the template {Return.dataset} is filled in for an agency. Leave --agency out.")
    with closing(Store.open(_store_path(options))) as store:
        board = store.board
        period = parse_period(options.period) if options.period else last_finished_quarter(now().date())
        print(sheet_csv(board, board.agency(options.agency), period), end="")


def show_catalogue(options: argparse.Namespace) -> int:
    """Write every indicator with its definition, owner and source."""
    catalogue_text = importlib.import_module("metrics.catalogue_text")
    write = {"csv": catalogue_text.catalogue_csv, "markdown": catalogue_text.catalogue_document}
    print(exports.as_json(catalogue_text.catalogue_rows()) if options.format == "json" else write[options.format](), end="")
    return 0


def submit(options: argparse.Namespace) -> int:
    """Read, check and accept an agency's file."""
    source = options.file[0] if len(options.file) == 1 else together([(each.name, each.read_bytes()) for each in options.file])
    own = said_in(options.mapping, source)
    given = Meanings() if own or not options.mapping else read_meanings(options.mapping.read_text(encoding="utf-8"))
    with closing(Store.open(_store_path(options), _room(_store_path(options), source))) as store:
        try:
            if options.received and options.received > now():
                raise Refused("The time of receiving lies in the future. Give when the file came, or leave --received out.")
            if not options.json:
                print("Reading and checking the file. A large one takes some seconds.", file=sys.stderr)
            delivery = read_delivery(
                source,
                agency=options.agency,
                board=store.board,
                key=store.key,
                dataset=options.dataset,
                as_at=options.as_at,
                covers_from=options.covers_from,
                received_at=options.received or now(),
                received_by=options.by,
                held=store.held_from(options.agency),
                population=store.children_on,
                known=given.or_else(store.meanings(options.agency)),
                mapped=mapped_by(store, options.agency, own),
            )
            delivery = store.held_against(delivery)
            taken = take(store, delivery, note=options.note, reason=options.reason)
            store.remember(options.agency, given)
            keep(store, options.agency, source, own, options.by)
        except Unconfirmed as answer:
            return _ask(options, answer, given)
        except AlreadyReceived as answer:
            _say(options, {"status": "already_received", "sentence": str(answer)}, str(answer))
            return 0
        except Refused as answer:
            if options.json:
                print(exports.as_json(_refused(answer)))
            raise
        said = (*delivery.notes, *unexpected(store.board, delivery), *restated_sentences(taken.restated))
        accepted = delivery.model_copy(update={"notes": said})
        print(exports.as_json(acknowledgement(accepted)) if options.json else acknowledgement_text(accepted))
    return 0


def _refused(answer: Refused) -> dict[str, Any]:
    """Why a file was refused, for a script; with the day that it most probably stands for, where that is what is asked."""
    if isinstance(answer, Undated):
        return {
            "status": "undated",
            "sentence": str(answer),
            "as_at": answer.guess.as_at.isoformat(),
            "evidence": answer.guess.evidence,
        }
    return {"status": "refused", "sentence": str(answer)}


def _ask(options: argparse.Namespace, answer: Unconfirmed, given: Meanings) -> int:
    """Say which words of a sheet are still to be confirmed, and write the file to fill in."""
    path = options.mapping or mapping_path(options.file[0])
    written = write_to_fill_in(path, answer.proposal, given)
    lines = in_lines(answer.proposal, path, written=written)
    _say(options, as_data(answer.proposal, str(answer), path), lines)
    return 1


def show_figures(options: argparse.Namespace) -> int:
    """Write figures, as known now or at an earlier moment."""
    with closing(Store.open(_store_path(options))) as store:
        chosen = [indicator(each) for each in options.indicator or read_catalogue()]
        if options.by and not any(options.by in {BY_AGENCY, *each.breakdowns} for each in chosen):
            known = sorted({BY_AGENCY, *(name for each in chosen for name in each.breakdowns)})
            raise ValueError(f"None of the indicators is broken down by {options.by}. There is: {', '.join(known) or 'none'}.")
        periods = [parse_period(options.period)] if options.period else _covered_periods(store, options, chosen)
        look = public_figures if options.public else figures
        found = look(store, chosen, periods, by=options.by, known_at=options.known_at)
    rows = [exports.figure_row(each) for each in found]
    writers: dict[str, Callable[[], str]] = {
        "json": lambda: exports.as_json(rows),
        "csv": lambda: exports.as_csv(rows).rstrip(),
        "table": lambda: exports.figures_table(found),
    }
    print(writers[options.format]())
    return 0


def show(options: argparse.Namespace) -> int:
    """Write the scorecard's lines."""
    with closing(Store.open(_store_path(options))) as store:
        period = parse_period(options.period) if options.period else None
        card = scorecard(store, period, known_at=options.known_at)
    if options.format == "json":
        print(exports.as_json([exports.line_row(each) for each in card.lines]))
    else:
        print(exports.scorecard_table(card))
    return 0


def load_benchmarks(options: argparse.Namespace) -> int:
    """Load published files of comparators, as published."""
    with closing(Store.open(_store_path(options))) as store:
        for place, path in enumerate(options.files, start=1):
            with store.cursor() as cursor:
                loaded = load_published(cursor, path, now())
            print(f"{place} of {len(options.files)}: {loaded.sentence}")
    return 0


def show_benchmarks(options: argparse.Namespace) -> int:
    """List the comparators that the store holds."""
    with closing(Store.open(_store_path(options))) as store, store.cursor() as cursor:
        for each in list_benchmarks(cursor):
            print("  ".join(str(value) for value in each.values()))
    return 0


def _covered_periods(store: Store, options: argparse.Namespace, chosen: Sequence[Any]) -> list[Period]:
    with store.cursor() as cursor:
        datasets = frozenset({Return.dataset}).union(*(datasets_read(cursor, each) for each in chosen))
        span = covered_span(cursor, datasets)
    if span is None:
        return []
    return list(periods_between(*span, Frequency(options.frequency)))


def _open_dashboard(path: Path, options: argparse.Namespace) -> int:
    if options.agency:
        os.environ["SCORECARD_AGENCY"] = options.agency
    importlib.import_module("dashboard.server").serve(
        path, host=options.host, port=options.port, open_browser=options.open_browser
    )
    return 0


def _say(options: argparse.Namespace, answer: dict[str, Any], text: str) -> None:
    print(exports.as_json(answer) if options.json else text)


def _room(store: Path, source: Source) -> int:
    """The megabytes that the database may take while a file is counted: so that a million rows go through in a gigabyte."""
    least = MEGABYTES_OF_A_PROCESSOR * (os.cpu_count() or 1)
    held = store.stat().st_size if store.exists() else 0
    return max(LEAST_MEGABYTES, least, 5 * size_of(source) >> 20, 3 * held >> 20)


def _store_path(options: argparse.Namespace) -> Path:
    path = options.store or os.environ.get(STORE_VARIABLE)
    if not path:
        raise StoreError(f"Say which store: --store PATH, or {STORE_VARIABLE} in the environment.")
    return Path(path)


def _day(text: str) -> date:
    for form in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return datetime.strptime(text, form).date()
        except ValueError:
            continue
    raise argparse.ArgumentTypeError(f"'{text}' is not a date. Write it as 2026-03-31 or 31/03/2026")


def _moment(text: str) -> datetime:
    """A moment; a bare date is the end of that day, so that what came in on it is known."""
    try:
        if len(text) == 10:
            return datetime.combine(_day(text), datetime.min.time()) + timedelta(days=1, microseconds=-1)
        found = datetime.fromisoformat(text)
    except (ValueError, argparse.ArgumentTypeError):
        raise argparse.ArgumentTypeError(f"'{text}' is not a time. Write it as 2026-04-20T09:30, or a date") from None
    return found if found.tzinfo is None else (found - (found.utcoffset() or timedelta())).replace(tzinfo=None)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="scorecard", description="The safeguarding partnership's performance scorecard.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def add(name: str, command: Callable[[argparse.Namespace], int], *, store: bool = True) -> argparse.ArgumentParser:
        told = (command.__doc__ or "").strip()
        each = commands.add_parser(name, help=told, description=told)
        each.set_defaults(command=command)
        if store:
            each.add_argument("--store", type=Path, help=f"the store's file; else {STORE_VARIABLE} in the environment")
        return each

    for name, command in (("demo", demo), ("serve", serve)):
        each = add(name, command)
        each.add_argument("--host", default="127.0.0.1", help="the address to listen on (default: this machine only)")
        each.add_argument("--port", type=int, default=8501)
        each.add_argument("--agency", default="", help="the agency whose own cases may be listed")
        each.add_argument("--no-browser", dest="open_browser", action="store_false", help="do not open a browser")
    each = add("new", new, store=False)
    each.add_argument("path", type=Path, metavar="STORE")
    each.add_argument("--board", type=Path, required=True, help="board.toml; an example: scorecard template board")
    _add_template(add("template", template, store=False))
    each = add("catalogue", show_catalogue, store=False)
    each.add_argument("--format", choices=["csv", "json", "markdown"], default="csv")
    _add_submit(add("submit", submit))
    _add_figures(add("figures", show_figures))
    _add_show(add("show", show))
    _add_benchmarks(commands)
    add_meeting_commands(add, lambda options: Store.open(_store_path(options)), _day)
    add_paper_commands(add, lambda options: Store.open(_store_path(options)), _day)
    add_mapping_commands(commands, lambda options: Store.open(_store_path(options)))
    add_missing_commands(add, lambda options: Store.open(_store_path(options)), _day)
    add_settings_commands(commands, lambda options: Store.open(_store_path(options)), _moment)
    add_bundle_commands(add, _day)
    return parser


def _add_show(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--period", help="2026/27 Q1, 2026-06, 2026/27; else the newest quarter that is due")
    parser.add_argument("--known-at", type=_moment, help="as the board knew it then")
    parser.add_argument("--format", choices=["table", "json"], default="table")


def _add_template(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", choices=[*contracts(), "board"], metavar="NAME", help=f"{', '.join(contracts())}, or board")
    parser.add_argument("--agency", metavar="ID", help="with returns: the rows that this agency is to return")
    parser.add_argument("--period", help="with --agency: the period of the rows; else the last quarter that has ended")
    parser.add_argument("--store", type=Path, help=f"with --agency: the store's file; else {STORE_VARIABLE} in the environment")
    parser.add_argument("--describe", action="store_true", help="the columns in words instead of the CSV")


def _add_submit(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", nargs="+", help="several where they are the tables of one return")
    parser.add_argument("--agency", required=True, metavar="ID")
    parser.add_argument("--dataset", metavar="NAME", help="only where the headings fit more than one")
    parser.add_argument("--as-at", type=_day, metavar="DATE", help="the last day the file stands for")
    parser.add_argument("--covers-from", type=_day, metavar="DATE", help="the first day the file stands for")
    parser.add_argument("--received", type=_moment, metavar="TIMESTAMP", help="when it came, if not now")
    parser.add_argument(
        "--mapping",
        type=Path,
        metavar="FILE",
        help="what the names of a sheet, or the columns of an extract, are: the file that was filled in",
    )
    parser.add_argument("--by", default="", help="who sent it: a role, not a person's name")
    parser.add_argument("--note", default="", help="what the board should know of this file; kept with it")
    parser.add_argument("--reason", default="", help="why it restates figures that the board has seen: asked for when it does")
    parser.add_argument("--json", action="store_true")


def _add_figures(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--indicator", action="append", metavar="ID", help="may be given more than once; else all")
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--period")
    which.add_argument("--frequency", choices=[each.value for each in Frequency], default="quarter")
    parser.add_argument("--by", metavar="GROUP", help="break down by a group that the indicator names")
    parser.add_argument("--known-at", type=_moment, metavar="T", help="as the board knew it then")
    parser.add_argument("--public", action="store_true", help="for the public: small numbers are hidden; else all are exact")
    parser.add_argument("--format", choices=["table", "csv", "json"], default="table")


def _add_benchmarks(commands: Any) -> None:
    parser = commands.add_parser("benchmarks", help="Load or list published comparators.")
    actions = parser.add_subparsers(required=True, metavar="ACTION")
    load = actions.add_parser("load", help=load_benchmarks.__doc__)
    load.add_argument("files", type=Path, nargs="+", metavar="FILE")
    listed = actions.add_parser("list", help=show_benchmarks.__doc__)
    for each, command in ((load, load_benchmarks), (listed, show_benchmarks)):
        each.add_argument("--store", type=Path)
        each.set_defaults(command=command)


if __name__ == "__main__":
    sys.exit(main())
