"""Red, amber or green, by a named rule. A policy mark: it says whether the target is met, not whether anything changed."""

from typing import Literal

from pydantic import BaseModel, ConfigDict

from metrics.judge.targets import Resolved

RULE = "within_tolerance"
Mark = Literal["green", "amber", "red", "no_target", "monitor", "cannot_tell"]


class Status(BaseModel):
    """The mark, the rule that gave it, and what it was measured against."""

    model_config = ConfigDict(frozen=True)

    mark: Mark
    rule: str = ""
    because: str = ""


def judge_status(value: float | None, better: str, target: Resolved, amber_within_percent: float) -> Status:
    """Green: the target is met. Amber: missed by no more than the tolerance, a percentage of the target. Red: by more.

    No mark without an agreed target, for a target to monitor, or for an indicator of which neither high nor low is good.
    """
    if target.kind == "monitor":
        return Status(mark="monitor", because="the board agreed to watch it without a target")
    if target.kind == "none":
        return Status(mark="no_target", because="the board has agreed no target")
    if better == "monitor":
        return Status(mark="monitor", because="neither high nor low is good")
    if value is None:
        return Status(mark="cannot_tell", because="there is no figure for this period")
    if target.number is None:
        return Status(mark="cannot_tell", because=target.because)
    shortfall = value - target.number if better == "smaller" else target.number - value
    if shortfall <= 0:
        return Status(mark="green", rule=RULE)
    amber = shortfall <= abs(target.number) * amber_within_percent / 100 + 1e-9
    return Status(mark="amber" if amber else "red", rule=RULE)
