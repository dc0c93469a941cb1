"""What the police send, or the council where it keeps the record of missing children."""

from typing import ClassVar

from metrics.datasets.characteristics import ethnicity, sex
from metrics.datasets.childrens_social_care import BORN, BORN_HEADINGS, CHILD, CHILD_HEADINGS, FAMILY
from metrics.datasets.contract import BirthDate, Code, Day, Extract, Identifier, Moment, Whole, YesNo, column

OFFENCES = {
    "rape": "Rape",
    "other_sexual": "Other sexual offence",
    "violence_with_injury": "Violence with injury",
    "violence_without_injury": "Violence without injury",
}
CRIME_OUTCOMES = {
    "1": "Charged or summonsed",
    "1A": "Charged or summonsed, alternate offence",
    "2": "Youth caution",
    "2A": "Youth caution, alternate offence",
    "3": "Adult caution",
    "3A": "Adult caution, alternate offence",
    "4": "Taken into consideration",
    "5": "Offender has died",
    "6": "Penalty notice",
    "7": "Cannabis or khat warning",
    "8": "Community resolution",
    "9": "Not in the public interest, by the Crown Prosecution Service",
    "10": "Formal action not in the public interest, by the police",
    "11": "Suspect under the age of criminal responsibility",
    "12": "Suspect too ill to prosecute",
    "13": "Victim or key witness dead or too ill",
    "14": "Suspect not identified, victim does not support action",
    "15": "Suspect identified, victim supports action, evidential difficulties",
    "16": "Suspect identified, victim does not support action",
    "17": "Time limit for prosecution has passed",
    "18": "Investigation complete, no suspect identified",
    "20": "Action by another body or agency",
    "21": "Further investigation not in the public interest",
    "22": "Diversionary, educational or intervention activity",
    "23": "Prosecution of a child deferred",
}
"""The Home Office crime outcomes framework; type 19 (fraud passed on) does not occur here."""
RISKS = {"standard": "Standard", "medium": "Medium", "high": "High"}


class MissingEpisode(Extract):
    """Episodes of children missing from home or from care: one row for each episode.

    Leave out a child who was away without authorisation, whose whereabouts were known (code A of the SSDA903).
    """

    dataset: ClassVar[str] = "missing_episodes"
    title: ClassVar[str] = "Missing episodes"
    event: ClassVar[str] = "missing_from"
    key: ClassVar[tuple[str, ...]] = ("episode_id",)
    first_day: ClassVar[str] = "missing_from::date"
    last_day: ClassVar[str] = "returned_at::date"

    episode_id: Identifier = column("The identifier of the episode.", "M501", also=("episode", "missing episode id"))
    child_id: Identifier = column(CHILD, "C1001", also=CHILD_HEADINGS)
    family_id: Identifier | None = column(FAMILY, "F301", also=("family", "sibling group"), optional=True)
    date_of_birth: BirthDate | None = column(BORN, "14/02/2010", also=BORN_HEADINGS, optional=True)
    missing_from: Moment = column(
        "When the child went missing, with the time.", "02/06/2025 18:15", also=("mis_start", "missing start")
    )
    returned_at: Moment | None = column(
        "When the child came back, with the time; empty while missing.",
        "03/06/2025 21:40",
        also=("mis_end", "missing end", "returned"),
        optional=True,
    )
    missing_from_care: YesNo | None = column(
        "Yes when the child was looked after at the time.", "no", also=("looked after", "from care"), optional=True
    )
    placed_out_of_area: YesNo | None = column(
        "Yes when the child was placed outside the council's area at the time.",
        "no",
        also=("out of area",),
        optional=True,
    )


class MaracCase(Extract):
    """Cases heard at the multi-agency risk assessment conference (MARAC) for domestic abuse: one row for each hearing."""

    dataset: ClassVar[str] = "marac_cases"
    title: ClassVar[str] = "MARAC cases"
    event: ClassVar[str] = "heard_on"
    key: ClassVar[tuple[str, ...]] = ("marac_case_id",)
    first_day: ClassVar[str] = "heard_on"
    last_day: ClassVar[str] = "heard_on"

    marac_case_id: Identifier = column("The identifier of the hearing.", "MC21", also=("case number", "marac ref"))
    victim_id: Identifier | None = column(
        "The identifier your system gives the victim. It is turned into a keyed hash on reading and never kept.",
        "V77",
        also=("victim",),
        optional=True,
    )
    perpetrator_id: Identifier | None = column(
        "The identifier your system gives the perpetrator. It is turned into a keyed hash on reading and never kept.",
        "P88",
        also=("perpetrator",),
        optional=True,
    )
    heard_on: Day = column("The day of the conference.", "12/06/2025", also=("meeting date", "marac date"))
    repeat_case: YesNo | None = column(
        "Yes when abuse between the same victim and perpetrator came within 12 months of their last referral to MARAC.",
        "no",
        also=("repeat", "repeat case y/n"),
        optional=True,
    )
    children_in_household: Whole | None = column(
        "How many children live in the household; 0 when none.", "2", also=("children", "number of children"), optional=True
    )


class OffenceAgainstChild(Extract):
    """Sexual offences and assaults on children, recorded or given an outcome in the days the file covers: one row for each."""

    dataset: ClassVar[str] = "offences_against_children"
    title: ClassVar[str] = "Offences against children"
    event: ClassVar[str] = "recorded_on"
    key: ClassVar[tuple[str, ...]] = ("offence_id",)
    first_day: ClassVar[str] = "recorded_on"
    last_day: ClassVar[str] = "coalesce(outcome_on, recorded_on)"

    offence_id: Identifier = column("The identifier of the recorded offence.", "O4501", also=("crime number", "crime ref"))
    child_id: Identifier | None = column(CHILD, "C1001", also=CHILD_HEADINGS, optional=True)
    date_of_birth: BirthDate | None = column(BORN, "14/02/2012", also=BORN_HEADINGS, optional=True)
    sex: Code | None = sex()
    ethnicity: Code | None = ethnicity()
    recorded_on: Day = column("The day the offence was recorded.", "02/06/2025", also=("date recorded", "recorded date"))
    category: Code = column(
        "The kind of offence, by the Home Office's classes.", "rape", also=("offence type", "offence class"), codes=OFFENCES
    )
    outcome_type: Code | None = column(
        "The Home Office outcome type; empty while the offence is being investigated.",
        "16",
        also=("outcome", "outcome code"),
        codes=CRIME_OUTCOMES,
        optional=True,
    )
    outcome_on: Day | None = column(
        "The day the outcome was assigned; empty until then.", "14/08/2025", also=("outcome date",), optional=True
    )


class DomesticAbuseNotification(Extract):
    """Children whom the police told social care of after domestic abuse at home: one row for each child and incident."""

    dataset: ClassVar[str] = "domestic_abuse_notifications"
    title: ClassVar[str] = "Domestic abuse notifications"
    event: ClassVar[str] = "notified_on"
    key: ClassVar[tuple[str, ...]] = ("incident_id", "child_id")
    first_day: ClassVar[str] = "notified_on"
    last_day: ClassVar[str] = "notified_on"

    incident_id: Identifier = column("The identifier of the incident.", "D601", also=("incident", "incident number"))
    child_id: Identifier = column(CHILD, "C1001", also=CHILD_HEADINGS)
    family_id: Identifier | None = column(FAMILY, "F301", also=("family", "sibling group"), optional=True)
    date_of_birth: BirthDate | None = column(BORN, "14/02/2017", also=BORN_HEADINGS, optional=True)
    incident_on: Day | None = column("The day of the incident.", "01/06/2025", also=("incident date",), optional=True)
    notified_on: Day = column(
        "The day children's social care was told.", "02/06/2025", also=("notification date", "date shared")
    )
    risk: Code | None = column(
        "The grade of risk that the officer gave the incident.",
        "medium",
        also=("risk grade", "dash risk"),
        codes=RISKS,
        optional=True,
    )
