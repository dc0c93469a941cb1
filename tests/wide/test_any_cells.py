"""Spec: whatever stands in its cells, a sheet is read or refused in a sentence."""

from contextlib import suppress
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from metrics.board.area import Area
from metrics.returns.reading import Sender
from metrics.submission import Refused
from metrics.wide.reading import read_wide
from metrics.wide.sheet import sheet_of

WORDS = (
    " |Q1|Q2 2026/27|2026/27|2026|Total|n/a|-|12|25%|12/48|Referrals|of which x|Numerator|Denominator|%|n=|2026-06-30|46204|"
    "Notes|Agency|Police|#ERROR|\u200b|Contacts by agency|Jan|<5|1e9|99999999999999|0/0|nil|Indicator|Comments|(12)|5%(|Q9|"
    "2026/28|00/00|31/02/26|2026-02-31|29/2/26|Sep-26|sum|all|-1|1.5|Q1 2026|Apr-Jun"
)
MEANS = {
    "names": ["referrals", "re_referrals", "contacts", "social_worker_caseload", "not ours"],
    "words": ["late", "nil_return", "not ours"],
    "columns": ["2026/27 Q1", "not ours"],
}
SENDER = Sender("council", Area(code="899", name="Testbridge"), date(2026, 10, 20), lambda _: 20_000)
cells = st.lists(st.one_of(st.sampled_from(WORDS.split("|")), st.text(max_size=4)), max_size=6)


@settings(max_examples=200, deadline=None)
@given(rows=st.lists(cells, max_size=8), headed=st.booleans(), pick=st.integers(0, 4))
def test_any_cells(rows: list[list[str]], headed: bool, pick: int) -> None:
    head = [["Indicator", "Q1 2026/27", "Q2 2026/27"]] if headed else []

    def known(kind: str, written: str) -> str:
        choices = MEANS[kind]
        return choices[(pick + len(written)) % len(choices)]

    with suppress(Refused):
        read, _ = read_wide([sheet_of("Board", [*head, *rows])], known, SENDER)
        assert 0 < read.rows_kept <= read.rows_read
