"""What a board writes about some indicators: named one by one, or by their themes. Nothing may be named that does not exist."""

from collections.abc import Collection
from datetime import date

from pydantic import Field, ValidationInfo, model_validator

from metrics.catalogue import Indicator, read_catalogue, theme_titles
from metrics.frozen import Frozen
from metrics.judge.series import Event


class OfIndicators(Frozen):
    """What is said about the indicators named, and about every indicator of the themes named."""

    indicators: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()

    def holds(self, indicator: Indicator) -> bool:
        return indicator.id in self.indicators or any(indicator.is_about(each) for each in self.themes)

    @property
    def called(self) -> str:
        """What a sentence about a mistake begins with."""
        return "This"

    @model_validator(mode="after")
    def _names_what_exists(self, info: ValidationInfo) -> "OfIndicators":
        refuse_unknown(self.indicators, counted(info), f"{self.called}: there is no indicator called")
        refuse_unknown(self.themes, theme_titles(), f"{self.called}: there is no theme called")
        return self


class Noted(OfIndicators):
    """Something that happened, to be drawn and listed beside the figures of some indicators: a practice that changed, say.

    A change of definition begins the charts of its indicators anew; nothing else does.
    """

    event: Event
    on: date
    text: str = Field(min_length=1)

    @property
    def called(self) -> str:
        return f"The annotation of {self.on}"

    @model_validator(mode="after")
    def _is_about_something(self) -> "Noted":
        if not self.indicators and not self.themes:
            raise ValueError(f"{self.called} has to name the indicators or themes that it is about")
        return self


def counted(info: ValidationInfo) -> Collection[str]:
    """The ids of the indicators that a board may name."""
    given: Collection[str] | None = (info.context or {}).get("indicators")
    return read_catalogue() if given is None else given


def refuse_unknown(names: Collection[str], known: Collection[str], said: str) -> None:
    """Raises ValueError with the names that exist."""
    unknown = [each for each in names if each not in known]
    if unknown:
        raise ValueError(f"{said} {', '.join(unknown)}. There are: {', '.join(known)}")
