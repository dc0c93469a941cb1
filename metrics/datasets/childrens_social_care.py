"""What the council's children's social care sends."""

from typing import ClassVar

from metrics.datasets.codes import (
    CATEGORIES_OF_ABUSE,
    CLOSURE_REASONS,
    PRIMARY_NEEDS,
    PRIVATE_FOSTERING_SOURCES,
    REFERRAL_SOURCES,
)
from metrics.datasets.contract import (
    Amount,
    BirthDate,
    Code,
    Day,
    Days,
    Extract,
    Identifier,
    Kind,
    Label,
    Moment,
    Month,
    Whole,
    YesNo,
    column,
    looked_at,
)

CHILD = "The identifier your system gives the child. It is turned into a keyed hash on reading and never kept."
FAMILY = "An identifier that brothers and sisters share. It lets the board see children and families apart."
BORN = "The child's date of birth. Only an age band at the event is kept."
CHILD_HEADINGS = ("lachildid", "child unique id", "child", "child ref", "person id")
BORN_HEADINGS = ("dob", "birth date", "personbirthdate")
TEAM_TYPES = {
    "front_door": "Front door",
    "assessment": "Assessment",
    "long_term": "Children in need and child protection",
    "in_care": "Children in care",
    "leaving_care": "Leaving care",
    "disabled_children": "Disabled children",
    "fostering_adoption": "Fostering and adoption",
    "other": "Another kind of team",
}


class ChildProtectionPlan(Extract):
    """Child protection plans open at any time in the days the file covers: one row for each plan."""

    dataset: ClassVar[str] = "cp_plans"
    title: ClassVar[str] = "Child protection plans"
    event: ClassVar[str] = "start_date"
    key: ClassVar[tuple[str, ...]] = ("child_id", "start_date")
    first_day: ClassVar[str] = "start_date"
    last_day: ClassVar[str] = "end_date"
    looked_at = (looked_at("died_on", Kind.DATE, "The day the child died."),)

    child_id: Identifier = column(CHILD, "C1001", also=CHILD_HEADINGS)
    family_id: Identifier | None = column(FAMILY, "F301", also=("family", "sibling group"), optional=True)
    date_of_birth: BirthDate | None = column(BORN, "14/02/2018", also=BORN_HEADINGS, optional=True)
    start_date: Day = column("The day the plan started.", "01/04/2025", also=("cppstartdate", "cp plan start date"))
    end_date: Day | None = column(
        "The day the plan ended; empty while it is open.",
        "",
        also=("cppenddate", "cp plan end date"),
        optional=True,
    )
    initial_category: Code | None = column(
        "Category of abuse when the plan started.",
        "NEG",
        also=("initialcategoryofabuse", "initial category of abuse"),
        codes=CATEGORIES_OF_ABUSE,
        optional=True,
    )
    category: Code | None = column(
        "Latest category of abuse.",
        "NEG",
        also=("latestcategoryofabuse", "latest category of abuse"),
        codes=CATEGORIES_OF_ABUSE,
        optional=True,
    )
    previous_plans: Whole | None = column(
        "How many child protection plans the child had before this one, however long ago.",
        "0",
        also=("numberofpreviouscpp", "number of previous cp plans"),
        optional=True,
    )
    previous_ended_on: Day | None = column(
        "The day the child's last plan before this one ended, where your system knows it; empty when there was none.",
        "",
        also=("previous plan ended", "last cp plan end date"),
        optional=True,
    )
    domestic_abuse: YesNo | None = column(
        "Yes when domestic abuse is among the reasons for the plan, whatever its category; empty when not recorded.",
        "no",
        also=("domestic abuse factor", "domestic violence"),
        optional=True,
    )
    open_after_six_months: YesNo | None = column(
        "Six months after the plan ended: yes when the child was open to services then (early help, in need, in care). "
        "Empty until then, and for a child who turned 18, died or moved away.",
        "",
        also=("open six months after", "step down followed"),
        optional=True,
    )


class Referral(Extract):
    """Referrals received, or open, in the days the file covers: one row for each referral."""

    dataset: ClassVar[str] = "referrals"
    title: ClassVar[str] = "Referrals"
    event: ClassVar[str] = "referral_date"
    key: ClassVar[tuple[str, ...]] = ("child_id", "referral_date", "source")
    first_day: ClassVar[str] = "referral_date"
    last_day: ClassVar[str] = "referral_date"
    looked_at = (
        looked_at("expected_on", Kind.DATE, "The day the child is expected, where there is no date of birth yet."),
        looked_at("sex_given", Kind.YES_NO, "Whether a sex is given, male or female."),
        looked_at("upn_agrees", Kind.YES_NO, "Whether the check letter of the child's UPN agrees with its figures."),
    )

    child_id: Identifier = column(CHILD, "C1001", also=CHILD_HEADINGS)
    family_id: Identifier | None = column(FAMILY, "F301", also=("family", "sibling group"), optional=True)
    date_of_birth: BirthDate | None = column(BORN, "14/02/2018", also=BORN_HEADINGS, optional=True)
    referral_date: Day = column(
        "The day the referral was received.", "12/05/2025", also=("cinreferraldate", "date of referral")
    )
    source: Code | None = column(
        "Who referred, by the DfE's code.",
        "2A",
        also=("referralsource", "referral source"),
        codes=REFERRAL_SOURCES,
        optional=True,
    )
    primary_need: Code | None = column(
        "Main reason for the need for services, by the DfE's code.",
        "N1",
        also=("primaryneedcode", "primary need code"),
        codes=PRIMARY_NEEDS,
        optional=True,
    )
    neglect: YesNo | None = column(
        "Yes when neglect is among the concerns recorded at the referral, whether or not it is the main one.",
        "no",
        also=("neglect concern", "concern neglect", "neglect recorded"),
        optional=True,
    )
    no_further_action: YesNo | None = column(
        "Yes when the referral led to no further action.",
        "no",
        also=("referralnfa", "nfa", "referral nfa?"),
        optional=True,
    )
    closed_date: Day | None = column(
        "The day the case was closed; empty while open.", "", also=("cinclosuredate", "closure date"), optional=True
    )
    closure_reason: Code | None = column(
        "Why it was closed, by the DfE's code.",
        "",
        also=("reasonforclosure", "reason for closure"),
        codes=CLOSURE_REASONS,
        optional=True,
    )


class Assessment(Extract):
    """Assessments open or completed in the days the file covers: one row for each assessment."""

    dataset: ClassVar[str] = "assessments"
    title: ClassVar[str] = "Assessments"
    event: ClassVar[str] = "start_date"
    key: ClassVar[tuple[str, ...]] = ("child_id", "start_date")
    first_day: ClassVar[str] = "start_date"
    last_day: ClassVar[str] = "authorised_date"

    child_id: Identifier = column(CHILD, "C1001", also=CHILD_HEADINGS)
    family_id: Identifier | None = column(FAMILY, "F301", also=("family", "sibling group"), optional=True)
    date_of_birth: BirthDate | None = column(BORN, "14/02/2018", also=BORN_HEADINGS, optional=True)
    start_date: Day = column(
        "The day the assessment started.",
        "13/05/2025",
        also=("assessmentactualstartdate", "assessment start date", "continuous assessment start date"),
    )
    seen_on: Day | None = column(
        "The day a social worker first saw the child for this assessment; empty when the child was not seen.",
        "20/05/2025",
        also=("child seen", "child seen date", "date child first seen"),
        optional=True,
    )
    authorised_date: Day | None = column(
        "The day it was authorised, which completes it; empty while it is open.",
        "02/07/2025",
        also=("assessmentauthorisationdate", "authorisation date", "completed date"),
        optional=True,
    )


class Section47Enquiry(Extract):
    """Section 47 enquiries and the initial child protection conferences that followed: one row for each enquiry.

    A conference for a child who moved in on another council's plan has no enquiry here: leave its start date empty.
    """

    dataset: ClassVar[str] = "section_47_enquiries"
    title: ClassVar[str] = "Section 47 enquiries and initial child protection conferences"
    event: ClassVar[str] = "coalesce(start_date, conference_date)"
    # The conference comes later than the enquiry, so it cannot say which enquiry this is, unless there is none.
    key: ClassVar[tuple[str, ...]] = (
        "child_id",
        "start_date",
        "case when start_date is null then conference_date end",
    )
    first_day: ClassVar[str] = "coalesce(start_date, conference_date)"
    last_day: ClassVar[str] = "greatest(start_date, conference_date)"

    child_id: Identifier = column(CHILD, "C1001", also=CHILD_HEADINGS)
    family_id: Identifier | None = column(FAMILY, "F301", also=("family", "sibling group"), optional=True)
    date_of_birth: BirthDate | None = column(BORN, "14/02/2018", also=BORN_HEADINGS, optional=True)
    start_date: Day | None = column(
        "The day the section 47 enquiry started.",
        "20/05/2025",
        also=("s47actualstartdate", "section 47 start date"),
        optional=True,
    )
    conference_date: Day | None = column(
        "The day of the initial child protection conference; empty when there was none.",
        "09/06/2025",
        also=("dateofinitialcpc", "date of initial child protection conference", "date of icpc"),
        optional=True,
    )
    conference_not_required: YesNo | None = column(
        "Yes when the enquiry ended without the need for a conference.",
        "no",
        also=("icpcnotrequired", "icpc not required"),
        optional=True,
    )


class ReturnInterview(Extract):
    """Return home interviews: one row for each offer or interview after a missing episode."""

    dataset: ClassVar[str] = "return_interviews"
    title: ClassVar[str] = "Return home interviews"
    event: ClassVar[str] = "returned_at"
    key: ClassVar[tuple[str, ...]] = ("episode_id", "held_at")
    first_day: ClassVar[str] = "returned_at::date"
    last_day: ClassVar[str] = "returned_at::date"

    episode_id: Identifier = column(
        "The identifier of the missing episode, as in the missing episodes file.",
        "M501",
        also=("episode", "missing episode id"),
    )
    returned_at: Moment = column(
        "When the child came back, with the time.", "03/06/2025 21:40", also=("returned", "return date")
    )
    offered: YesNo = column("Yes when an interview was offered.", "yes", also=("rhi offered", "interview offered"))
    accepted: YesNo | None = column(
        "Yes when the child agreed to it.", "yes", also=("rhi accepted", "interview accepted"), optional=True
    )
    held_at: Moment | None = column(
        "When the interview was held, with the time; empty when it was not.",
        "05/06/2025 16:00",
        also=("interview held", "rhi date", "interview date"),
        optional=True,
    )


class PrivateFostering(Extract):
    """Private fostering arrangements notified, or going on, in the days the file covers: one row for each."""

    dataset: ClassVar[str] = "private_fostering"
    title: ClassVar[str] = "Private fostering arrangements"
    event: ClassVar[str] = "notified_on"
    key: ClassVar[tuple[str, ...]] = ("arrangement_id",)
    first_day: ClassVar[str] = "notified_on"
    last_day: ClassVar[str] = "ended_on"

    arrangement_id: Identifier = column("The identifier of the arrangement.", "P77", also=("arrangement ref", "arrangement"))
    child_id: Identifier | None = column(CHILD, "C1001", also=CHILD_HEADINGS, optional=True)
    family_id: Identifier | None = column(FAMILY, "F301", also=("family", "sibling group"), optional=True)
    date_of_birth: BirthDate | None = column(BORN, "14/02/2012", also=BORN_HEADINGS, optional=True)
    notified_on: Day = column(
        "The day the council was told of the arrangement.", "02/06/2025", also=("notification date", "notified")
    )
    source: Code | None = column(
        "Who told the council.",
        "school",
        also=("notification source", "notified by"),
        codes=PRIVATE_FOSTERING_SOURCES,
        optional=True,
    )
    first_visit_on: Day | None = column(
        "The day of the first visit after the notification.",
        "09/06/2025",
        also=("initial visit date", "first visit"),
        optional=True,
    )
    later_visits: Days | None = column(
        "Days of the later visits, split by ';'.", "14/07/2025; 22/08/2025", also=("later visit dates",), optional=True
    )
    ended_on: Day | None = column(
        "The day the arrangement ended; empty while it goes on.", "", also=("ended date", "end date"), optional=True
    )


class Workforce(Extract):
    """The social work workforce, one row for each team and month. Counts of posts and cases: no worker is named."""

    dataset: ClassVar[str] = "workforce"
    title: ClassVar[str] = "Social work workforce by team and month"
    event: ClassVar[str] = "month"
    key: ClassVar[tuple[str, ...]] = ("team", "month")
    first_day: ClassVar[str] = "month"
    last_day: ClassVar[str] = "last_day(month)"
    lists_cases: ClassVar[bool] = False

    team: Label = column("The team's name. Not a person's.", "Assessment North", also=("team name",))
    month: Month = column("The month, as 2025-06 or any day in it.", "2025-06", also=("period", "month end"))
    fte_in_post: Amount = column(
        "Whole-time equivalent of the council's own social workers in post on the last day of the month.",
        "12.6",
        also=("wte in post", "fte"),
    )
    agency_fte: Amount = column(
        "Whole-time equivalent of agency social workers on the last day of the month.", "3.0", also=("agency wte",)
    )
    vacancies_fte: Amount = column(
        "Whole-time equivalent of vacant posts on the last day of the month.",
        "2.4",
        also=("vacancies", "vacant wte"),
    )
    leavers_fte: Amount = column(
        "Whole-time equivalent of the council's own social workers who left during the month.",
        "1.0",
        also=("leavers", "leavers wte"),
    )
    leavers_year_fte: Amount | None = column(
        "The same over the twelve months that end with this one, where the months are not known apart, as in the workforce "
        "census. Leave it empty when you send every month.",
        "",
        also=("leavers in the year", "leavers year wte"),
        optional=True,
    )
    cases_held: Whole = column(
        "Cases held by the team's social workers, agency included, on the last day of the month.",
        "214",
        also=("cases", "open cases"),
    )
    case_holding_fte: Amount = column(
        "Whole-time equivalent of the social workers, agency included, who held one case or more that day.",
        "14.1",
        also=("case holders fte", "case holding wte"),
    )
    team_type: Code | None = column(
        "What kind of team it is: the work that most of its cases are.",
        "assessment",
        also=("type of team", "team kind", "service"),
        codes=TEAM_TYPES,
        optional=True,
    )
    managers_fte: Amount | None = column(
        "Whole-time equivalent of the managers who supervise the team's social workers, on the last day of the month.",
        "2.0",
        also=("managers", "managers wte", "team managers fte"),
        optional=True,
    )
    sickness_days: Amount | None = column(
        "Whole-time equivalent working days that the council's own social workers lost to sickness in the month.",
        "7.5",
        also=("days lost to sickness", "sickness absence days", "working days lost"),
        optional=True,
    )
    supervisions_due: Whole | None = column(
        "Supervision meetings of social workers, agency included, that your supervision policy made due in the month.",
        "15",
        also=("supervision due",),
        optional=True,
    )
    supervisions_held: Whole | None = column(
        "How many of the supervisions due in the month were held in the time that the policy allows.",
        "13",
        also=("supervision held", "supervisions in time"),
        optional=True,
    )
