"""The words of the page across agencies: what each part found, in one sentence."""

from metrics import words
from metrics.across.conferences import Conferences
from metrics.across.contacts import REFERRED, Outcomes, Source
from metrics.across.missing import Way, leak_of
from metrics.across.same_fact import Compared

ENOUGH = 30
"""Of fewer contacts a share is chance more than practice."""


def leak(way: Way) -> str:
    """The largest leak of a period and whom to ask; why none can be named; or that nobody is lost."""
    if found := leak_of(way):
        return f"{words.period(way.period)}: {found.words[:1].lower()}{found.words[1:]}."
    if not way.is_whole:
        return f"{words.period(way.period)}: the way cannot be followed. {way.gap}."
    return f"{words.period(way.period)}: no child was lost between coming back and being heard."


def share(part: int | None, source: Source) -> str:
    """`41.2%` of an agency's contacts; nothing of too few, where it is chance more than practice, and of none."""
    return words.number(100 * part / source.contacts, "percent") if part and source.contacts >= ENOUGH else ""


def contacts(found: Outcomes) -> str:
    """Which agency makes most contacts and whose become referrals least often, among those with enough to compare."""
    if found.gap:
        return f"{found.gap}."
    total = sum(each.contacts for each in found.sources)
    most = found.sources[0]
    said = f"{total:,} contacts in {words.period(found.period)}; most are made by {most.agency.lower()} ({most.contacts:,})"
    enough = [each for each in found.sources if each.contacts >= ENOUGH]
    if len(enough) < 2:
        return f"{said}."
    least = min(enough, key=lambda each: _referred(each, found) / each.contacts)
    return (
        f"{said}. Of {least.agency.lower()}'s, {_referred(least, found):,} of {least.contacts:,} became a referral "
        f"({share(_referred(least, found), least)}), the smallest part of any agency with {ENOUGH} or more."
    )


def attendance(found: Conferences) -> str:
    """Which agency came least often."""
    if found.gap or not found.agencies:
        return f"{found.gap or 'No conference was held'}."
    least = found.agencies[0]
    figure = least.attended
    return (
        f"Least often came {least.name.lower()}: to {words.out_of(figure.numerator, figure.denominator)} conferences it was "
        f"invited to ({words.number(figure.value, 'percent')}) in {words.period(found.period)}."
    )


def difference(found: Compared) -> str:
    """The difference as a sentence of its own."""
    return words.sentence(found.words)


def _referred(source: Source, found: Outcomes) -> int:
    return source.by_outcome[found.outcomes.index(REFERRED)] or 0 if REFERRED in found.outcomes else 0
