"""The bank of questions for the board: which question fits which signal, polarity, owner, theme and indicator.

The bank is `metrics/questions.toml`. A board adds its own in board.toml, replaces one by giving its id, or takes it out with
`off = true`. Nothing here is chosen by chance: the same line gives the same questions.
"""

import string
import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Final, Literal

from pydantic import Field, ValidationInfo, model_validator

from metrics.board.named import OfIndicators, counted, refuse_unknown
from metrics.judge.control_chart import Better

BANK: Final = Path(__file__).parent / "questions.toml"
WORDS: Final = frozenset({"short", "title", "figure", "period", "owner", "target", "ask"})
"""What a question may say of the line: {short}, {figure} and so on."""

Told = Literal[
    "worsened",
    "improved",
    "rose",
    "fell",
    "off_target",
    "within_chance",
    "will_not_meet",
    "worse_than_others",
    "one_family",
    "missing",
    "too_few",
]
"""What a line can tell."""
About = Literal["cause", "other_agency", "counterweight", "action", "data"]
"""What a question is about: of each kind a line gets at most one."""


class Asking(OfIndicators):
    """A question, and when it is asked: at one of the signals `when`, and where the other conditions hold that are given.

    `other` is an indicator whose number belongs beside the question: the one that should have moved too, or the counterweight.
    """

    id: str = Field(pattern=r"^[a-z0-9_]+$")
    when: tuple[Told, ...] = ()
    about: About = "cause"
    ask: str = ""
    better: tuple[Better, ...] = ()
    owners: tuple[str, ...] = ()
    other: str = ""
    off: bool = False

    @property
    def called(self) -> str:
        return f"The question {self.id}"

    @property
    def closeness(self) -> int:
        """How closely it is made for a line: by indicator, by theme, by owner, by polarity."""
        return 8 * bool(self.indicators) + 4 * bool(self.themes) + 2 * bool(self.owners) + bool(self.better)

    @model_validator(mode="after")
    def _can_be_asked(self, info: ValidationInfo) -> "Asking":
        if self.other:
            refuse_unknown([self.other], counted(info), f"{self.called}: there is no indicator called")
        if not self.off and not (self.when and self.ask.strip()):
            raise ValueError(f"{self.called} needs `when` and `ask`, or `off = true`")
        said = {name for _, name, _, _ in string.Formatter().parse(self.ask) if name is not None}
        refuse_unknown(sorted(said), sorted(WORDS), f"{self.called}: nothing stands for")
        return self


@cache
def the_bank() -> tuple[Asking, ...]:
    """The questions that come with the scorecard."""
    written = tomllib.loads(BANK.read_text(encoding="utf-8"))
    return tuple(Asking.model_validate(each) for each in written["questions"])


def bank_of(own: Sequence[Asking]) -> tuple[Asking, ...]:
    """The bank with a board's own questions: one of the same id stands in place of ours."""
    changed = {each.id: each for each in own}
    ours = [changed.pop(each.id, each) for each in the_bank()]
    return tuple(each for each in (*changed.values(), *ours) if not each.off)
