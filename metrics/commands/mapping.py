"""The commands about extracts of an agency's own system: what one most probably is, written to a file to confirm it in."""

import argparse
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from metrics.datasets import contract
from metrics.intake.opened import Opened
from metrics.intake.own.fill_in import is_of_records, read_own_mapping, to_fill_in
from metrics.intake.own.kept import confirmed_by, last_like, remember
from metrics.intake.own.mapping import Mapped, OwnMapping, as_said
from metrics.intake.own.proposal import look, propose_own, summary
from metrics.intake.own.table import OwnTable, own_table
from metrics.intake.source import Source
from metrics.store import Store
from metrics.submission import Refused

Open = Callable[[argparse.Namespace], Store]
NO_TABLE = (
    "The file holds no table of records: no row of at least three headings with rows under it. Send the extract as CSV or "
    ".xlsx, its headings in one row."
)
NOTHING_NEAR = "None of the headings is near to a dataset of ours. Say which it is: --dataset NAME."


def add_mapping_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", open_store: Open) -> None:
    """Add `mapping propose` to the command line."""
    parser = commands.add_parser("mapping", help="Say what the columns of an extract of an agency's own system are.")
    actions = parser.add_subparsers(required=True, metavar="ACTION")
    each = actions.add_parser("propose", help=propose.__doc__, description=propose.__doc__)
    each.add_argument("file", type=Path, metavar="FILE")
    each.add_argument("--agency", required=True, metavar="ID")
    each.add_argument("--out", type=Path, required=True, metavar="FILE", help="the file to fill in; none is written over")
    each.add_argument("--dataset", metavar="NAME", help="only where the proposal takes it for another")
    each.add_argument("--store", type=Path, help="the store's file; else SCORECARD_STORE in the environment")
    each.set_defaults(command=lambda options: propose(options, open_store))


def propose(options: argparse.Namespace, open_store: Open) -> int:
    """Write what an extract most probably is to a file, to be read, corrected and sent with it."""
    if options.out.exists():
        raise Refused(f"There is already a file {options.out}. Name another, or take it away.")
    if options.dataset:
        contract(options.dataset)
    table = table_of(options.file)
    with closing(open_store(options)) as store:
        sends = store.board.agency(options.agency).sends
        found = propose_own(look(table), sends, dataset=options.dataset, last=last_like(store, options.agency, table.named))
    if found is None:
        raise Refused(NOTHING_NEAR)
    options.out.write_text(to_fill_in(found), encoding="utf-8")
    print(summary(found))
    if lacking := found.mapping().lacks():
        print(f"Still to be named: {', '.join(lacking)}.")
    print(f"Written to {options.out}. Read it, correct it, then: scorecard submit {options.file} --mapping {options.out}")
    return 0


def table_of(source: Source) -> OwnTable:
    """The table of an extract. Raises Refused, with a sentence, where there is none."""
    table = own_table(Opened(source))
    if table is None:
        raise Refused(NO_TABLE)
    return table


def said_in(path: Path | None, source: Source) -> OwnMapping | None:
    """What a mapping file says of an extract; None where it is about a sheet of figures, or there is none."""
    text = path.read_text(encoding="utf-8") if path else ""
    return read_own_mapping(text, table_of(source).named) if is_of_records(text) else None


def mapped_by(store: Store, agency: str, said: OwnMapping | None) -> Mapped:
    """What is said of this extract; else what the agency confirmed of the headings."""
    return as_said(said, store.key) if said else confirmed_by(store, agency)


def keep(store: Store, agency: str, source: Source, said: OwnMapping | None, by: str) -> None:
    """Keep what was said of an extract that was taken."""
    if said:
        remember(store, agency, table_of(source).named, said, by)
