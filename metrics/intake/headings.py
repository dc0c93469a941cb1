"""Which dataset a table is, from its headings: by name, not by order, case or spelling of the gaps between words."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache, lru_cache

from metrics.datasets import Extract, contracts
from metrics.submission import Refused


class FitsNothing(Refused):
    """A table whose headings are those of no dataset."""


def matched(extract: type[Extract], headings: Iterable[str]) -> dict[str, str]:
    """Column of the contract -> heading of the file, for the columns that the file has."""
    by_name = {_plain(each): each for each in headings}
    found = {}
    for column, names in _names(extract).items():
        heading = next((by_name[name] for name in names if name in by_name), None)
        if heading is not None:
            found[column] = heading
    return found


def missing(extract: type[Extract], found: Mapping[str, str]) -> list[str]:
    """The required columns that the file does not have."""
    lacking = [each.name for each in extract.columns() if each.required and each.name not in found]
    days = [each.name for each in extract.columns() if each.name in extract.event]
    if not any(each in found or each in lacking for each in days):
        lacking.append(" or ".join(days))  # a row that may lack either day still needs one of them
    return lacking


def fitting(headings: Sequence[str], sends: Collection[str] = ()) -> list[type[Extract]]:
    """The datasets whose required columns are all there, the best fit first.

    More than one where it cannot be told: many agencies have a child, a day that something opened and a day that it closed.
    A file with just a template's headings is that template's; else what the agency `sends` tells them apart, where it can.
    """
    fits = []
    for extract in contracts().values():
        found = matched(extract, headings)
        if not missing(extract, found):
            fits.append((len(found), extract))
    fits.sort(key=lambda each: (-each[0], each[1].dataset))
    best = [extract for count, extract in fits if count == fits[0][0]]
    as_templates = [each for each in best if _is_template(each, headings)]
    expected = [each for each in best if each.dataset in sends]
    return next((narrowed for narrowed in (as_templates, expected) if len(narrowed) == 1), best)


def _is_template(extract: type[Extract], headings: Sequence[str]) -> bool:
    return {_plain(each) for each in headings if each} == {_plain(each.name) for each in extract.columns()}


def refusal(headings: Sequence[str]) -> FitsNothing:
    """Why no dataset fits, naming the closest and what it lacks."""
    closest = max(contracts().values(), key=lambda each: len(matched(each, headings)))
    found = matched(closest, headings)
    if not any(each.required and each.name in found for each in closest.columns()):
        return FitsNothing(
            "None of the headings is one of ours. Take the template of your dataset (scorecard template NAME), "
            f"where NAME is one of: {', '.join(contracts())}."
        )
    return FitsNothing(
        f"The headings fit no dataset. The closest is {closest.dataset}, but it also needs: "
        f"{', '.join(missing(closest, found))}. Add them, or take the template: scorecard template {closest.dataset}."
    )


@cache
def _names(extract: type[Extract]) -> dict[str, tuple[str, ...]]:
    """Column -> the names it goes by, without what people write differently."""
    return {each.name: tuple(map(_plain, (each.name, *each.also))) for each in extract.columns()}


@lru_cache(maxsize=1000)
def _plain(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "", text.casefold())
