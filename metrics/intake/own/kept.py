"""What agencies confirmed of their own extracts, in the store: only ever added, the newest of a set of headings in force."""

import json
from collections.abc import Sequence

from metrics.clock import now
from metrics.intake.own.mapping import Kept, Mapped, OwnMapping, Understood, as_kept, headings_key, understood
from metrics.store import Store

NEWEST_FIRST = """
select headings, dataset, columns, codes, confirmed_by, confirmed_at from own_mappings
where agency = ? order by confirmed_at desc, rowid desc
"""


def remember(store: Store, agency: str, headings: Sequence[str], mapping: OwnMapping, by: str) -> None:
    """Keep what an agency confirmed of a table with these headings. Nothing that was confirmed before is changed."""
    kept = as_kept(mapping, store.key)
    columns = json.dumps({name: list(each) for name, each in kept.columns.items()})
    codes = json.dumps({name: dict(each) for name, each in kept.codes.items()})
    row = [agency, headings_key(store.key, headings), kept.dataset, columns, codes, now(), by]
    with store.transaction() as cursor:
        cursor.execute("insert into own_mappings values (?, ?, ?, ?, ?, ?, ?)", row)


def confirmed_by(store: Store, agency: str) -> Mapped:
    """What an agency confirmed, for each set of headings."""
    newest: dict[str, Kept] = {}
    for headings, kept in _held(store, agency):
        newest.setdefault(headings, kept)

    def mapped(headings: Sequence[str]) -> Understood | None:
        found = newest.get(headings_key(store.key, headings))
        return understood(found, headings, store.key) if found else None

    return mapped


def last_like(store: Store, agency: str, headings: Sequence[str]) -> Understood | None:
    """What the agency confirmed of the table most like one with these headings: the newest of those that share the most."""
    found = [understood(kept, headings, store.key) for _, kept in _held(store, agency)]
    best = max(found, key=lambda each: len(each.columns), default=None)
    return best if best and best.columns else None


def _held(store: Store, agency: str) -> list[tuple[str, Kept]]:
    with store.cursor() as cursor:
        rows = cursor.execute(NEWEST_FIRST, [agency]).fetchall()
    return [
        (
            headings,
            Kept(
                dataset=dataset,
                columns={name: tuple(each) for name, each in json.loads(columns).items()},
                codes=json.loads(codes),
                confirmed_by=by,
                confirmed_at=at,
            ),
        )
        for headings, dataset, columns, codes, by, at in rows
    ]
