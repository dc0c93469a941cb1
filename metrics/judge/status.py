"""Red, amber or green, by a named rule. A policy mark: it says whether the target is met, not whether anything changed.

Rules: `within_tolerance` (amber while the target is missed by no more than so many per cent of it), `within_points` (by no more
than so many points), `share_of_improvement` (by how much of the improvement asked for was made: see `improvement`), and
`beyond_chance` (amber while chance alone could have missed it). Whichever is used, a target that is met is green.
"""

from typing import Final, Literal

from pydantic import BaseModel, ConfigDict, Field

from metrics.judge.compare import Estimate
from metrics.judge.targets import Resolved

RULE = "within_tolerance"
NEARLY: Final = 1e-9
Rule = Literal["within_tolerance", "within_points", "share_of_improvement", "beyond_chance"]
Mark = Literal["green", "green_amber", "amber", "red_amber", "red", "no_target", "monitor", "cannot_tell"]
Firmness = Literal["firm", "within_chance", "cannot_tell"]
WORST_FIRST: Final[tuple[Mark, ...]] = ("red", "red_amber", "amber", "green_amber", "green")


class Status(BaseModel):
    """The mark, the rule that gave it, and what it was measured against."""

    model_config = ConfigDict(frozen=True)

    mark: Mark
    rule: str = ""
    because: str = ""


class StatusRule(BaseModel):
    """The board's rule: its name, how much may be missed (per cent of the target, or points), and two colours or four."""

    model_config = ConfigDict(frozen=True)

    name: Rule = "within_tolerance"
    amber: float = Field(default=10.0, ge=0)
    four_colours: bool = False


class Override(BaseModel):
    """A mark that someone gave in place of the rule's, and why. Both are kept."""

    model_config = ConfigDict(frozen=True)

    mark: Mark
    because: str = Field(min_length=1)
    by: str = Field(min_length=1)
    on: str = ""


def judge_status(value: float | None, better: str, target: Resolved, amber_within_percent: float) -> Status:
    """The mark by `within_tolerance`, the rule of a board that has chosen no other."""
    return judge_by_rule(value, better, target, StatusRule(amber=amber_within_percent))


def judge_by_rule(
    value: float | None,
    better: str,
    target: Resolved,
    rule: StatusRule,
    *,
    before: float | None = None,
    interval: Estimate | None = None,
) -> Status:
    """The mark of a figure by the board's rule. Pure.

    `before` is the figure that improvement is counted from; `interval` the figure's own. No mark without an agreed target, for
    a target to monitor, or for an indicator of which neither high nor low is good. Of several targets, the worst met counts.
    """
    without = _without(value, better, target)
    if without is not None or value is None:
        return without or Status(mark="cannot_tell")
    if target.parts:
        return _worst([judge_by_rule(value, better, each, rule, before=before, interval=interval) for each in target.parts])
    if target.is_rank:
        return Status(mark="cannot_tell", because="the target is a place among authorities, and the figure is not one")
    nearest, side = _nearest(value, better, target)
    if nearest is None:
        return Status(mark="cannot_tell", because=target.because)
    shortfall = value - nearest if side == "smaller" else nearest - value
    if shortfall < -NEARLY or (shortfall <= 0 and not target.strict):
        return Status(mark="green", rule=rule.name)
    return _missed(value, nearest, max(shortfall, 0.0), rule, before, interval)


def while_provisional(status: Status, better: str, *, can_only_rise: bool) -> Status:
    """The mark of a figure that later data may still change: only one that no later case can undo is given. Pure."""
    holds = can_only_rise and (better, status.mark) in {("bigger", "green"), ("smaller", "red")}
    if status.mark not in WORST_FIRST or holds:
        return status
    return Status(mark="cannot_tell", because="the figure is provisional: later data may still change it")


def improvement(value: float, target: float, before: float | None, better: str) -> tuple[float | None, str]:
    """The share of the targeted improvement that was made, 1 for all of it, or None and the case that leaves it undefined."""
    if before is None:
        return None, "no figure before: improvement has nothing to be counted from"
    if abs(target - before) <= NEARLY * max(1.0, abs(target)):
        return None, "the target is the figure before: no improvement was asked for"
    if (target > before) != (better == "bigger"):
        return None, "the target is worse than the figure before: no improvement was asked for"
    return (value - before) / (target - before), ""


def firmness(found: Estimate | None, target: Resolved) -> Firmness:
    """Whether the mark would stand against chance: within chance when the target lies inside the figure's interval."""
    levels = [each for each in (target.number, target.low, target.high) if each is not None]
    levels += [each.number for each in target.parts if each.number is not None]
    if found is None or not levels or target.is_rank:
        return "cannot_tell"
    return "within_chance" if any(found.lower <= each <= found.upper for each in levels) else "firm"


def overridden(status: Status, override: Override) -> Status:
    """The mark that someone gave, with the rule's own beside it."""
    by_rule = f"{status.mark.replace('_', ' ')} by {status.rule}" if status.rule else "none"
    said = f"{override.because} ({override.by}{f', {override.on}' if override.on else ''}; by the rule: {by_rule})"
    return Status(mark=override.mark, rule="override", because=said)


def _without(value: float | None, better: str, target: Resolved) -> Status | None:
    if target.kind == "monitor":
        return Status(mark="monitor", because="the board agreed to watch it without a target")
    if target.kind == "none":
        return Status(mark="no_target", because="the board has agreed no target")
    if better == "monitor" and target.kind != "within":
        return Status(mark="monitor", because="neither high nor low is good")
    return Status(mark="cannot_tell", because="there is no figure for this period") if value is None else None


def _nearest(value: float, better: str, target: Resolved) -> tuple[float | None, str]:
    """The level to hold a figure against, and on which side of it is good: of a range, the end that is nearer."""
    if target.low is None or target.high is None:
        return target.number, better
    return (target.low, "bigger") if value < target.low else (target.high, "smaller")


def _missed(
    value: float, target: float, shortfall: float, rule: StatusRule, before: float | None, interval: Estimate | None
) -> Status:
    if rule.name == "share_of_improvement":
        return _by_improvement(value, target, "bigger" if value <= target else "smaller", before)
    if rule.name == "beyond_chance":
        if interval is None:
            return Status(mark="cannot_tell", because="chance cannot be told for this figure")
        amber = interval.lower <= target <= interval.upper
        return Status(mark="amber" if amber else "red", rule=rule.name)
    room = abs(target) * rule.amber / 100 if rule.name == "within_tolerance" else rule.amber
    if shortfall <= room + NEARLY:
        return Status(mark="green_amber" if rule.four_colours else "amber", rule=rule.name)
    return Status(mark="red_amber" if rule.four_colours and shortfall <= 2 * room + NEARLY else "red", rule=rule.name)


def _by_improvement(value: float, target: float, better: str, before: float | None) -> Status:
    """The published key: four fifths of the improvement or more, 65 % or more, less.

    Its symbols leave out exactly 80 % and 65 %; its words say "80% or more", so both belong to the better colour.
    """
    made, because = improvement(value, target, before, better)
    if made is None:
        return Status(mark="cannot_tell", because=because)
    mark: Mark = "green_amber" if made >= 0.8 - NEARLY else "red_amber" if made >= 0.65 - NEARLY else "red"
    return Status(mark=mark, rule="share_of_improvement", because=f"{100 * made:.0f}% of the improvement asked for")


def _worst(found: list[Status]) -> Status:
    """Of several targets the worst met; one that cannot be told leaves the whole untold, unless another is already missed."""
    for mark in WORST_FIRST[:-1]:
        for each in found:
            if each.mark == mark:
                return each
    return next((each for each in found if each.mark != "green"), found[0])
