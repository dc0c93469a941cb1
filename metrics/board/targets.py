"""What a board agreed about its targets, as `board.toml` says it: a passport for each, and marks given against the rule."""

from datetime import date

from pydantic import field_validator, model_validator

from metrics.catalogue import read_catalogue
from metrics.frozen import Frozen
from metrics.judge.status import Override, StatusRule
from metrics.judge.target_words import read_target
from metrics.judge.targets import Agreed
from metrics.periods import parse_period


class Target(Frozen):
    """A target as a passport: the board's words, who agreed it and when, and on which figures.

    `benchmark_year` and `neighbour_model` say which published figures lay on the table when it was agreed; it moves with the
    newest all the same. `baseline` is the figure that improvement is counted from, else that of a year before. `status` is a
    rule for this target alone. `because` says why it was chosen; `until` is the last day of the periods that it is for.
    """

    indicator: str
    target: str
    agreed_by: str = ""
    agreed_on: date | None = None
    because: str = ""
    until: date | None = None
    benchmark_year: int | None = None
    neighbour_model: str = ""
    baseline: float | None = None
    status: StatusRule | None = None

    @property
    def agreed(self) -> Agreed:
        """The target as it is judged."""
        return read_target(self.target)

    def holds_on(self, day: date) -> bool:
        """Whether it is for a period that ends on that day."""
        return self.until is None or day <= self.until

    @model_validator(mode="after")
    def _can_be_judged(self) -> "Target":
        _refuse_unknown_indicator("A target", self.indicator)
        try:
            read_target(self.target)
        except ValueError as problem:
            raise ValueError(f"The target of {self.indicator}: {problem}") from problem
        return self


class OverriddenMark(Override):
    """A mark that the board gave one indicator in one period, against its own rule."""

    indicator: str
    period: str

    @field_validator("indicator")
    @classmethod
    def _is_counted(cls, name: str) -> str:
        _refuse_unknown_indicator("An override", name)
        return name

    @field_validator("period")
    @classmethod
    def _is_a_period(cls, text: str) -> str:
        try:
            return parse_period(text).label
        except ValueError as problem:
            raise ValueError(f"The period of an override: {problem}") from problem


def targets_that_agree(targets: tuple[Target, ...], overrides: tuple[OverriddenMark, ...], four_colours: bool) -> None:
    """Raises ValueError where two targets or two overrides are of one thing, or a mark is not the board's to give."""
    named = [each.indicator for each in targets]
    _refuse_twice("targets", named)
    _refuse_twice("overrides", [f"{each.indicator} in {each.period}" for each in overrides])
    for each in overrides:
        target = next((target for target in targets if target.indicator == each.indicator), None)
        if target is None or target.agreed.kind in {"none", "monitor"}:
            raise ValueError(f"The override of {each.indicator}: it has no target, so it has no status to change.")
        if each.mark in {"green_amber", "red_amber"} and not (target.status.four_colours if target.status else four_colours):
            raise ValueError(f"The override of {each.indicator}: this board uses three colours: green, amber or red.")


def _refuse_unknown_indicator(what: str, name: str) -> None:
    if name not in read_catalogue():
        raise ValueError(f"{what} names {name}: there is no such indicator. The Definitions page names every one with its file")


def _refuse_twice(what: str, names: list[str]) -> None:
    twice = sorted({each for each in names if names.count(each) > 1})
    if twice:
        raise ValueError(f"There are two {what} of one thing: {', '.join(twice)}")
