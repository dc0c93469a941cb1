"""Red, amber or green, by a named rule. A policy mark: it says whether the target is met, not whether anything changed.

Rules: `within_tolerance` (amber while the target is missed by no more than so many per cent of it), `within_points` (by no more
than so many points), `share_of_improvement` (by how much of the improvement asked for was made: see `improvement`), and
`beyond_chance` (amber while chance alone could have missed it). Whichever is used, a target that is met is green.
"""

from datetime import date
from functools import partial
from typing import Final, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from metrics.judge.compare import Estimate
from metrics.judge.targets import Resolved

NEARLY: Final = 1e-9
Rule = Literal["within_tolerance", "within_points", "share_of_improvement", "beyond_chance"]
Mark = Literal["green", "green_amber", "amber", "red_amber", "red", "no_target", "monitor", "cannot_tell"]
Colour = Literal["green", "green_amber", "amber", "red_amber", "red"]
Firmness = Literal["firm", "within_chance", "cannot_tell"]
MEASURED: Final[tuple[Rule, ...]] = ("within_tolerance", "within_points")
"""The rules of which the board says how much may be missed."""
NO_PLACE: Final = "the target is a place among authorities, and the figure's own place is not known"
WORST_FIRST: Final[tuple[Mark, ...]] = ("red", "red_amber", "amber", "green_amber", "green")


class Status(BaseModel):
    """The mark, the rule that gave it, and what it was measured against."""

    model_config = ConfigDict(frozen=True)

    mark: Mark
    rule: str = ""
    because: str = ""


class StatusRule(BaseModel):
    """The board's rule: its name, how much may be missed (per cent of the target, or points), and three colours or four."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    rule: Rule = "within_tolerance"
    amber: float = Field(default=10.0, ge=0)
    four_colours: bool = False

    @field_validator("rule", mode="before")
    @classmethod
    def _is_known(cls, name: object) -> object:
        if name not in get_args(Rule):
            raise ValueError(f"'{name}' is not a rule of status. The rules are: {', '.join(get_args(Rule))}")
        return name

    @model_validator(mode="after")
    def _says_what_it_uses(self) -> "StatusRule":
        if self.rule not in MEASURED and "amber" in self.model_fields_set:
            raise ValueError(
                f"The rule {self.rule} finds amber by itself: leave `amber` out, or choose {' or '.join(MEASURED)}"
            )
        if self.rule == "beyond_chance" and self.four_colours:
            raise ValueError("The rule beyond_chance knows three colours: leave `four_colours` out")
        return self


class Override(BaseModel):
    """A mark that the board gave in place of the rule's, and why. Both are kept."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    mark: Colour
    because: str = Field(min_length=1)
    by: str = Field(min_length=1)
    on: date


def judge_by_rule(
    value: float | None,
    better: str,
    target: Resolved,
    rule: StatusRule,
    *,
    before: float | None = None,
    interval: Estimate | None = None,
    rank: float | None = None,
) -> Status:
    """The mark of a figure by the board's rule. Pure.

    `before` is the figure that improvement is counted from; `interval` the figure's own; `rank` its place among all
    authorities, which a target that is a place is held against. No mark without an agreed target, for
    a target to monitor, or for an indicator of which neither high nor low is good. Of several targets, the worst met counts.
    """
    without = _without(value, better, target)
    if without is not None or value is None:
        return without or Status(mark="cannot_tell")
    if target.parts:
        each_by_rule = partial(judge_by_rule, rule=rule, before=before, interval=interval, rank=rank)
        return _worst([each_by_rule(value, better, each) for each in target.parts])
    if target.is_rank:
        if rank is None:
            return Status(mark="cannot_tell", because=NO_PLACE)
        return judge_by_rule(rank, "smaller", target.model_copy(update={"is_rank": False}), rule)
    nearest, side = _nearest(value, better, target)
    if nearest is None:
        return Status(mark="cannot_tell", because=target.because)
    shortfall = value - nearest if side == "smaller" else nearest - value
    if shortfall < -NEARLY or (shortfall <= 0 and not target.strict):
        return Status(mark="green", rule=rule.rule)
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


def overridden(status: Status, override: Override | None) -> Status:
    """The mark that the board gave, where it gave one; the rule's own is to be shown beside it."""
    if override is None:
        return status
    return Status(mark=override.mark, rule="override", because=override.because)


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
    if rule.rule == "share_of_improvement":
        return _by_improvement(value, target, "bigger" if value <= target else "smaller", before, rule.four_colours)
    if rule.rule == "beyond_chance":
        if interval is None:
            return Status(mark="cannot_tell", because="chance cannot be told for this figure")
        amber = interval.lower <= target <= interval.upper
        return Status(mark="amber" if amber else "red", rule=rule.rule)
    room = abs(target) * rule.amber / 100 if rule.rule == "within_tolerance" else rule.amber
    if shortfall <= room + NEARLY:
        return Status(mark="green_amber" if rule.four_colours else "amber", rule=rule.rule)
    return Status(mark="red_amber" if rule.four_colours and shortfall <= 2 * room + NEARLY else "red", rule=rule.rule)


def _by_improvement(value: float, target: float, better: str, before: float | None, four_colours: bool) -> Status:
    """The published key: four fifths of the improvement or more, 65 % or more, less. With three colours both are amber.

    Its symbols leave out exactly 80 % and 65 %; its words say "80% or more", so both belong to the better colour.
    """
    made, because = improvement(value, target, before, better)
    if made is None:
        return Status(mark="cannot_tell", because=because)
    mark: Mark = "green_amber" if made >= 0.8 - NEARLY else "red_amber" if made >= 0.65 - NEARLY else "red"
    if not four_colours and mark != "red":
        mark = "amber"
    return Status(mark=mark, rule="share_of_improvement", because=f"{100 * made:.0f}% of the improvement asked for")


def _worst(found: list[Status]) -> Status:
    """Of several targets the worst met; one that cannot be told leaves the whole untold, unless another is already missed."""
    for mark in WORST_FIRST[:-1]:
        for each in found:
            if each.mark == mark:
                return each
    return next((each for each in found if each.mark != "green"), found[0])
