"""What each known kind of file can and cannot tell: from the mappings themselves, so that it is never out of date."""

from metrics.datasets import contract
from metrics.frozen import Frozen
from metrics.intake import annex_a, bundle, cin_census, csww, ssd, ssda903
from metrics.intake.mapped import mappings

COVERS = {
    "six_months": "the six months before its day",
    "as_at": "its day alone",
    "year": "the year to 31 March",
    "history": "up to six years back",
}
SIX_MONTHS_AND_A_DAY = "the six months before its day; placements its day alone"


class Told(Frozen):
    """One kind of file: what it is called, the days it covers, the titles of what it tells, and what it cannot tell."""

    title: str
    covers: str
    tells: tuple[str, ...]
    cannot: tuple[str, ...]


def told() -> tuple[Told, ...]:
    """Every kind of file that is known by what is in it."""
    return (
        Told(
            title="Children in need census (XML)",
            covers="the year to its reference date",
            tells=tuple(contract(each).title for each in cin_census.MODULES),
            cannot=(cin_census.CANNOT,),
        ),
        _of(annex_a.KIND, annex_a.TITLE),
        _of(ssda903.KIND, ssda903.TITLE),
        _of(ssd.KIND, ssd.TITLE),
        Told(
            title=f"{csww.TITLE} (XML)",
            covers="30 September; leavers over the year before it",
            tells=(contract("workforce").title,),
            cannot=(csww.CANNOT,),
        ),
        Told(
            title=bundle.TITLE,
            covers="the days of the files that it was prepared from",
            tells=("Every indicator that these records can tell by themselves, without a record",),
            cannot=("what is counted from the records of two agencies", "single cases, and what one family does to a figure"),
        ),
    )


def _of(kind: str, title: str) -> Told:
    found = mappings(kind)
    covers = {each.covers for each in found}
    said = COVERS[covers.pop()] if len(covers) == 1 else SIX_MONTHS_AND_A_DAY
    return Told(
        title=title,
        covers=said,
        tells=tuple(contract(each.dataset).title for each in found),
        cannot=tuple(dict.fromkeys(each.cannot for each in found)),
    )
