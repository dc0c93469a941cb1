"""What the council's children's social care sends about children in need, children in care and care leavers.

A date of birth is never kept. Where a rule turns on a birthday (the sixteenth, or a care leaver's), the extract gives the last
day of the quarter in which it falls: enough for every date at which a board looks, and never the day.
"""

from typing import ClassVar

from metrics.datasets.childrens_social_care import BORN, BORN_HEADINGS, CHILD, CHILD_HEADINGS, FAMILY
from metrics.datasets.codes import ETHNICITIES, PRIMARY_NEEDS, SEXES
from metrics.datasets.contract import Amount, BirthDate, Code, Day, Extract, Identifier, YesNo, column

SENDER = "childrens_social_care"
FAMILY_HEADINGS = ("family", "sibling group")
SEX = "The child's sex, by the DfE's code."
ETHNICITY = "The child's ethnicity, by the DfE's code."

PLACEMENT_TYPES = {
    "A3": "Placed for adoption with consent, with the current foster carer",
    "A4": "Placed for adoption with consent, not with the current foster carer",
    "A5": "Placed for adoption with a placement order, with the current foster carer",
    "A6": "Placed for adoption with a placement order, not with the current foster carer",
    "H5": "Semi-independent living or supported accommodation",
    "K1": "Secure children's home",
    "K2": "Children's home",
    "P1": "With own parents",
    "P2": "Independent living",
    "P3": "Residential employment",
    "R1": "Residential care home",
    "R2": "NHS or other health establishment",
    "R3": "Family centre or mother and baby unit",
    "R5": "Young offender institution or prison",
    "S1": "Residential school",
    "T0": "Temporary stay",
    "T1": "Temporary stay in hospital",
    "T2": "Temporary absence on holiday",
    "T3": "Temporary stay while the foster carers are on holiday",
    "T4": "Temporary stay of seven days or less",
    "U1": "Foster placement with a relative or friend, long term",
    "U2": "Foster placement with a relative or friend, also an approved adopter",
    "U3": "Foster placement with a relative or friend, not long term",
    "U4": "Foster placement with another carer, long term",
    "U5": "Foster placement with another carer, also an approved adopter",
    "U6": "Foster placement with another carer, not long term",
    "Z1": "Other placement",
}

REASONS_CARE_ENDED = {
    "E11": "Adopted, application unopposed",
    "E12": "Adopted, consent dispensed with",
    "E2": "Died",
    "E3": "Care taken over by another council",
    "E4A": "Returned home, planned",
    "E4B": "Returned home, unplanned",
    "E13": "Left to live with parents or relatives without parental responsibility",
    "E41": "Child arrangements order",
    "E45": "Special guardianship order, former foster carers who are relatives or friends",
    "E46": "Special guardianship order, other former foster carers",
    "E47": "Special guardianship order, relatives or friends who had not fostered the child",
    "E48": "Special guardianship order, other carers who had not fostered the child",
    "E5": "Independent living with support",
    "E6": "Independent living without formal support",
    "E7": "Transferred to residential care paid for by adult social care",
    "E8": "Ceased for any other reason",
    "E9": "Sentenced to custody",
    "E14": "Accommodation on remand ended",
    "E15": "Age assessed as 18 or over",
    "E16": "Moved abroad",
    "E17": "Stayed with foster carers at 18",
}

LEGAL_STATUSES = {
    "C1": "Interim care order",
    "C2": "Full care order",
    "D1": "Freeing order",
    "E1": "Placement order",
    "V2": "Accommodated under section 20, one period",
    "V3": "Short breaks, recorded one by one",
    "V4": "Short breaks, recorded as a series",
    "L1": "Police protection in the council's accommodation",
    "L2": "Emergency protection order",
    "L3": "Child assessment order",
    "J1": "Remanded or committed, in the council's accommodation",
    "J2": "Detained under the Police and Criminal Evidence Act",
    "J3": "Sentenced to a youth order with a residence requirement",
}

REASONS_FOR_EPISODES = {
    "S": "Started to be looked after",
    "L": "Change of legal status only",
    "P": "Change of placement and carers",
    "T": "Change of placement with the same carers",
    "B": "Change of legal status, placement and carers",
    "U": "Change of legal status and placement with the same carers",
}

RISK_LEVELS = {"low": "Low", "medium": "Medium", "high": "High"}
RISKS = {"sexual": "Sexual exploitation", "criminal": "Criminal exploitation"}


class ChildInNeed(Extract):
    """Episodes of need open at any time in the days the file covers: one row for each episode.

    As in the census: children on a child protection plan, children looked after and care leavers are children in need too; a
    referral that led to no further action is no episode of need.
    """

    sender: ClassVar[str] = SENDER
    dataset: ClassVar[str] = "children_in_need"
    title: ClassVar[str] = "Children in need"
    event: ClassVar[str] = "start_date"
    key: ClassVar[tuple[str, ...]] = ("child_id", "start_date")
    first_day: ClassVar[str] = "start_date"
    last_day: ClassVar[str] = "end_date"

    child_id: Identifier = column(CHILD, "C1001", also=CHILD_HEADINGS)
    family_id: Identifier | None = column(FAMILY, "F301", also=FAMILY_HEADINGS, optional=True)
    date_of_birth: BirthDate | None = column(BORN, "14/02/2018", also=BORN_HEADINGS, optional=True)
    sex: Code | None = column(SEX, "F", also=("gender",), codes=SEXES, optional=True)
    ethnicity: Code | None = column(ETHNICITY, "WBRI", also=("ethnic", "ethnic origin"), codes=ETHNICITIES, optional=True)
    start_date: Day = column("The day the episode of need began.", "12/05/2025", also=("cin start date", "episode start"))
    end_date: Day | None = column(
        "The day the episode ended; empty while it is open.", "", also=("cin closure date", "episode end"), optional=True
    )
    primary_need: Code | None = column(
        "Main reason for the need for services, by the DfE's code.",
        "N1",
        also=("primaryneedcode", "primary need code"),
        codes=PRIMARY_NEEDS,
        optional=True,
    )


class LookedAfterPeriod(Extract):
    """Periods in which a child was looked after: one row from the first day in care to the last, however many placements.

    Leave out children looked after under a series of short breaks (legal status V3 or V4).
    """

    sender: ClassVar[str] = SENDER
    dataset: ClassVar[str] = "looked_after_periods"
    title: ClassVar[str] = "Periods in care"
    event: ClassVar[str] = "start_date"
    key: ClassVar[tuple[str, ...]] = ("child_id", "start_date")
    first_day: ClassVar[str] = "start_date"
    last_day: ClassVar[str] = "end_date"

    child_id: Identifier = column(CHILD, "C1001", also=CHILD_HEADINGS)
    family_id: Identifier | None = column(FAMILY, "F301", also=FAMILY_HEADINGS, optional=True)
    date_of_birth: BirthDate | None = column(BORN, "14/02/2018", also=BORN_HEADINGS, optional=True)
    sex: Code | None = column(SEX, "F", also=("gender",), codes=SEXES, optional=True)
    ethnicity: Code | None = column(ETHNICITY, "WBRI", also=("ethnic", "ethnic origin"), codes=ETHNICITIES, optional=True)
    start_date: Day = column(
        "The day the child began to be looked after.", "12/05/2025", also=("date started to be looked after", "poc_start")
    )
    end_date: Day | None = column(
        "The day the child ceased to be looked after; empty while in care.",
        "",
        also=("date ceased to be looked after", "poc_end"),
        optional=True,
    )
    end_reason: Code | None = column(
        "Why the child ceased to be looked after, by the SSDA903 code.",
        "",
        also=("rec", "reason ceased"),
        codes=REASONS_CARE_ENDED,
        optional=True,
    )


class Placement(Extract):
    """Placements of children looked after, open at any time in the days the file covers: one row for each placement.

    The episodes of the SSDA903 will do, with RNE and LS: a change of legal status alone is no new placement, and short breaks
    (legal status V3 or V4) are left out. A temporary stay (T0 to T4) belongs to the placement before it. Send three years, so
    that the placements before the present one are known.
    """

    sender: ClassVar[str] = SENDER
    dataset: ClassVar[str] = "placements"
    title: ClassVar[str] = "Placements of children in care"
    event: ClassVar[str] = "start_date"
    key: ClassVar[tuple[str, ...]] = ("child_id", "start_date")
    first_day: ClassVar[str] = "start_date"
    last_day: ClassVar[str] = "end_date"

    child_id: Identifier = column(CHILD, "C1001", also=CHILD_HEADINGS)
    family_id: Identifier | None = column(FAMILY, "F301", also=FAMILY_HEADINGS, optional=True)
    date_of_birth: BirthDate | None = column(BORN, "14/02/2018", also=BORN_HEADINGS, optional=True)
    start_date: Day = column("The day the placement began.", "12/05/2025", also=("placement start", "decom"))
    end_date: Day | None = column(
        "The day the placement ended; empty while it goes on.", "", also=("placement end", "dec"), optional=True
    )
    placement_type: Code | None = column(
        "Kind of placement, by the SSDA903 code.",
        "U4",
        also=("place", "placement type code"),
        codes=PLACEMENT_TYPES,
        optional=True,
    )
    legal_status: Code | None = column(
        "Legal status, by the SSDA903 code. Rows with V3 or V4 are left out.",
        "C2",
        also=("ls", "legal status code"),
        codes=LEGAL_STATUSES,
        optional=True,
    )
    reason_for_episode: Code | None = column(
        "Why a new row begins, by the SSDA903 code. After L, T and U the child is with the same carers.",
        "P",
        also=("rne", "reason for new episode"),
        codes=REASONS_FOR_EPISODES,
        optional=True,
    )
    same_carers: YesNo | None = column(
        "Yes when the child stayed with the carers of the placement before: it is then no move. "
        "Left empty, reason_for_episode decides, or else the kind of placement: A3 and A5 count as yes.",
        "no",
        also=("same carer", "continues"),
        optional=True,
    )
    out_of_area: YesNo | None = column(
        "Yes when the placement is outside the council's boundary.",
        "no",
        also=("placed out of area", "pl_la_out"),
        optional=True,
    )
    miles_from_home: Amount | None = column(
        "Miles from the home the child came from to the placement. No postcode is asked for.",
        "7.5",
        also=("distance", "pl_distance"),
        optional=True,
    )
    sixteen_by: Day | None = column(
        "Only for a child aged 15 or over: the last day of the quarter in which the sixteenth birthday falls "
        "(31 March, 30 June, 30 September, 31 December). Never the birthday.",
        "",
        also=("quarter of sixteenth birthday",),
        optional=True,
    )


class CareProceedings(Extract):
    """Children for whom the council issued care or supervision proceedings: one row for each child and application."""

    sender: ClassVar[str] = SENDER
    dataset: ClassVar[str] = "care_proceedings"
    title: ClassVar[str] = "Care proceedings"
    event: ClassVar[str] = "issued_on"
    key: ClassVar[tuple[str, ...]] = ("child_id", "issued_on")
    first_day: ClassVar[str] = "issued_on"
    last_day: ClassVar[str] = "issued_on"

    child_id: Identifier = column(CHILD, "C1001", also=CHILD_HEADINGS)
    family_id: Identifier | None = column(FAMILY, "F301", also=FAMILY_HEADINGS, optional=True)
    date_of_birth: BirthDate | None = column(BORN, "14/02/2018", also=BORN_HEADINGS, optional=True)
    issued_on: Day = column(
        "The day the application was issued.", "12/05/2025", also=("date issued", "application date", "court application date")
    )


class CareLeaver(Extract):
    """Care leavers aged 17 to 21: one row for each young person and birthday, with what was so around it.

    As in the SSDA903: those who were looked after for 13 weeks or more since their fourteenth birthday, some of it since the
    sixteenth, as they were within three months before the birthday and one month after. Leave out those who died, those who
    went home to parents for six months or more, those whose care another council took over, and those who had short breaks.
    Nothing known is an empty cell.
    """

    sender: ClassVar[str] = SENDER
    dataset: ClassVar[str] = "care_leavers"
    title: ClassVar[str] = "Care leavers"
    event: ClassVar[str] = "quarter_ends"
    key: ClassVar[tuple[str, ...]] = ("child_id", "quarter_ends")
    first_day: ClassVar[str] = "quarter_ends"
    last_day: ClassVar[str] = "quarter_ends"

    child_id: Identifier = column(CHILD, "C1001", also=(*CHILD_HEADINGS, "young person"))
    quarter_ends: Day = column(
        "The last day of the quarter in which the birthday falls (31 March, 30 June, 30 September, 31 December). "
        "Never the birthday.",
        "30/06/2025",
        also=("quarter of birthday", "quarter end"),
    )
    age: Code = column(
        "The age that the young person reached.",
        "19",
        also=("age reached",),
        codes={each: f"Aged {each}" for each in ("17", "18", "19", "20", "21")},
    )
    in_touch: YesNo | None = column(
        "Yes when the council was in touch. No when it was not, or the young person refused contact or wanted no more help.",
        "yes",
        also=("in touch",),
        optional=True,
    )
    in_education_or_work: YesNo | None = column(
        "Yes when in education, employment or training, full time or part time.",
        "yes",
        also=("eet", "activity eet"),
        optional=True,
    )
    suitable_accommodation: YesNo | None = column(
        "Yes when the accommodation was judged suitable.", "yes", also=("accomm suitable", "suitable"), optional=True
    )
    gone_abroad: YesNo | None = column(
        "Yes when the young person, though in touch, had gone abroad, been deported or had a residence that was not known. "
        "The share in suitable accommodation leaves them out.",
        "no",
        also=("abroad or residence not known",),
        optional=True,
    )


class YoungCarer(Extract):
    """Young carers known to the council at any time in the days the file covers: one row for each time one is known."""

    sender: ClassVar[str] = SENDER
    dataset: ClassVar[str] = "young_carers"
    title: ClassVar[str] = "Young carers"
    event: ClassVar[str] = "identified_on"
    key: ClassVar[tuple[str, ...]] = ("child_id", "identified_on")
    first_day: ClassVar[str] = "identified_on"
    last_day: ClassVar[str] = "ended_on"

    child_id: Identifier = column(CHILD, "C1001", also=CHILD_HEADINGS)
    family_id: Identifier | None = column(FAMILY, "F301", also=FAMILY_HEADINGS, optional=True)
    date_of_birth: BirthDate | None = column(BORN, "14/02/2014", also=BORN_HEADINGS, optional=True)
    identified_on: Day = column("The day the child was identified as a young carer.", "12/05/2025", also=("identified",))
    ended_on: Day | None = column(
        "The day the child stopped being a young carer, or turned 18; empty while it goes on.",
        "",
        also=("ended",),
        optional=True,
    )


class DisabilityCase(Extract):
    """Cases of the 0-25 disability service open at any time in the days the file covers: one row for each case."""

    sender: ClassVar[str] = SENDER
    dataset: ClassVar[str] = "disability_cases"
    title: ClassVar[str] = "Cases of the 0-25 disability service"
    event: ClassVar[str] = "opened_on"
    key: ClassVar[tuple[str, ...]] = ("child_id", "opened_on")
    first_day: ClassVar[str] = "opened_on"
    last_day: ClassVar[str] = "closed_on"

    child_id: Identifier = column(CHILD, "C1001", also=(*CHILD_HEADINGS, "young person"))
    family_id: Identifier | None = column(FAMILY, "F301", also=FAMILY_HEADINGS, optional=True)
    date_of_birth: BirthDate | None = column(BORN, "14/02/2014", also=BORN_HEADINGS, optional=True)
    opened_on: Day = column("The day the service opened the case.", "12/05/2025", also=("case opened", "opened"))
    closed_on: Day | None = column(
        "The day the service closed it; empty while open.", "", also=("case closed", "closed"), optional=True
    )


class ExploitationRisk(Extract):
    """Assessed risks of exploitation: one row for each child, kind of risk and level; a new row when the level changes."""

    sender: ClassVar[str] = SENDER
    dataset: ClassVar[str] = "exploitation_risks"
    title: ClassVar[str] = "Children at risk of exploitation"
    event: ClassVar[str] = "assessed_on"
    key: ClassVar[tuple[str, ...]] = ("child_id", "kind", "assessed_on")
    first_day: ClassVar[str] = "assessed_on"
    last_day: ClassVar[str] = "ended_on"

    child_id: Identifier = column(CHILD, "C1001", also=CHILD_HEADINGS)
    family_id: Identifier | None = column(FAMILY, "F301", also=FAMILY_HEADINGS, optional=True)
    date_of_birth: BirthDate | None = column(BORN, "14/02/2010", also=BORN_HEADINGS, optional=True)
    kind: Code = column("What the child is at risk of.", "criminal", also=("type of exploitation", "risk"), codes=RISKS)
    level: Code | None = column(
        "The level of risk on your own scale, put on three steps.",
        "medium",
        also=("risk level",),
        codes=RISK_LEVELS,
        optional=True,
    )
    assessed_on: Day = column("The day this level was set.", "12/05/2025", also=("risk assessed", "flag start"))
    ended_on: Day | None = column(
        "The day the risk was closed; empty while it stands.", "", also=("risk closed", "flag end"), optional=True
    )
