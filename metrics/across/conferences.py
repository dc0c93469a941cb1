"""Who comes to the table: invitations to child protection conferences by agency, attended and with a report."""

from pydantic import BaseModel, ConfigDict

from metrics import words
from metrics.catalogue import indicator
from metrics.close_up import by_group
from metrics.figures import Figure, figures
from metrics.periods import Period
from metrics.store import Store

ATTENDED, REPORTED = "conferences_attended", "conference_reports"
BY = "agency"


class Agency(BaseModel):
    """An agency's invitations: how many it attended, and for how many it sent a report (None: none was asked of it)."""

    model_config = ConfigDict(frozen=True)

    name: str
    attended: Figure
    reported: Figure | None


class Conferences(BaseModel):
    """The agencies, the one that attended least first; `gap` says why there are none."""

    model_config = ConfigDict(frozen=True)

    period: str
    agencies: tuple[Agency, ...] = ()
    gap: str = ""


def conferences(store: Store, period: Period) -> Conferences:
    """Attendance and reports in a period, by agency."""
    whole = figures(store, [indicator(ATTENDED)], [period])[0]
    if not whole.state.has_value:
        return Conferences(period=period.label, gap=words.gap(whole.state, whole.waiting_for))
    attended = by_group(store, indicator(ATTENDED), period, BY)
    reported = {each.group: each for each in by_group(store, indicator(REPORTED), period, BY)}
    found = [
        Agency(name=words.capital(each.group or ""), attended=each, reported=reported.get(each.group))
        for each in sorted(attended, key=lambda figure: (figure.value or 0.0, figure.group or ""))
    ]
    return Conferences(period=period.label, agencies=tuple(found))
