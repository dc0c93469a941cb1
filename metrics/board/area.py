"""The area of a board, its region, and the lists of statistical neighbours that it compares itself with, each from a day on."""

from datetime import date

from pydantic import Field, model_validator

from metrics.frozen import Frozen
from metrics.judge.neighbours import switched


class NeighbourModel(Frozen):
    """A published list of statistical neighbours, and the day from which the board compares itself with it."""

    model: str = Field(min_length=1)
    used_from: date


class Area(Frozen):
    """The local authority area: the DfE's 3-digit code, and the region by its ONS code.

    `neighbour_models` says from when each list of neighbours is used, where the board has changed from one to another.
    """

    code: str
    name: str
    region_code: str = ""
    region_name: str = ""
    neighbour_model: str = "2025"
    neighbour_models: tuple[NeighbourModel, ...] = ()

    @model_validator(mode="after")
    def _neighbours_named_once(self) -> "Area":
        if self.neighbour_models and "neighbour_model" in self.model_fields_set:
            raise ValueError("Write either neighbour_model, or neighbour_models with the day from which each is used: not both")
        return self

    def neighbours_on(self, day: date) -> tuple[str, ...]:
        """The models of neighbours to show for a period that ends on a day, the newest first: two for a year after a switch."""
        if not self.neighbour_models:
            return (self.neighbour_model,)
        begun = [(each.model, _quarter(each.used_from)) for each in self.neighbour_models]
        return switched(begun, _quarter(day)) or (min(begun, key=lambda each: each[1])[0],)


def _quarter(day: date) -> int:
    """Quarters numbered one after the other."""
    return day.year * 4 + (day.month - 1) // 3
