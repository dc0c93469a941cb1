"""What children's social care would hold: each family's way from referral to assessment, enquiry, conference and plan."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from random import Random

from sample_data.days import BEFORE, LAST, add_working_days, chance_for, months, weekday_in
from sample_data.families import Families, Family, grown_up
from sample_data.files import Row
from sample_data.followed import with_answers
from sample_data.plans import HAD_A_PLAN_ELSEWHERE, LONG_PLANS, conference_after, enquiries, plan_end, plans
from sample_data.referrals import assessment_run, assessments, close, led_nowhere, referral, referrals_in, source_in
from sample_data.seen import with_neglect, with_visit
from sample_data.sent import Sent

SEED = 183
COMES_BACK = 0.235
COMES_BACK_LATER = 0.06
ENQUIRY = 0.41
CONFERENCE = 0.355
PLAN = 0.72


@dataclass
class SocialCare:
    """The rows of the council's datasets about children, complete: an extract shows what was known on its day."""

    chance: Random = field(default_factory=lambda: chance_for("social care", SEED))
    referrals: list[Row] = field(default_factory=list)
    assessments: list[Row] = field(default_factory=list)
    section_47_enquiries: list[Row] = field(default_factory=list)
    cp_plans: list[Row] = field(default_factory=list)
    busy_until: dict[str, date] = field(default_factory=dict)
    plans_before: dict[str, int] = field(default_factory=dict)
    seen: list[tuple[date, Family]] = field(default_factory=list)


@cache
def social_care() -> SocialCare:
    """The whole history, with the two sibling groups in it."""
    held = SocialCare()
    families = Families(held.chance, 1000)
    long_plans = {start.replace(day=1): (size, start) for size, start in LONG_PLANS.items()}
    for month in months(BEFORE, LAST):
        if month in long_plans:
            _begin_long_plan(held, families, *long_plans[month])
        _month(held, families, month)
    return held


def _month(held: SocialCare, families: Families, month: date) -> None:
    expected = referrals_in(held.chance, month)
    referred = 0
    while referred < expected:
        on = weekday_in(held.chance, month)
        family = _who(held, families, on)
        _refer(held, family, on)
        referred += len(family)


def _who(held: SocialCare, families: Families, on: date) -> Family:
    """A family that was referred within the year, one that was known before, or a new one."""
    draw = held.chance.random()
    if draw < COMES_BACK:
        return _known(held, families, on, (25, 350))
    if draw < COMES_BACK + COMES_BACK_LATER:
        return _known(held, families, on, (400, 900))
    return families.arrive(on)


def _known(held: SocialCare, families: Families, on: date, ago: tuple[int, int]) -> Family:
    first, last = on - timedelta(days=ago[1]), on - timedelta(days=ago[0])
    for _ in range(60):
        seen_on, family = held.chance.choice(held.seen) if held.seen else (on, ())
        if first <= seen_on <= last and held.busy_until[family[0].family] < on and not grown_up(family, on):
            return family
    return families.arrive(on)


def _refer(held: SocialCare, family: Family, on: date) -> None:
    nowhere = led_nowhere(held.chance, on)
    source = source_in(held.chance, on)
    rows = [referral(held.chance, child, on, source, nowhere) for child in family]
    held.referrals += rows
    held.seen.append((on, family))
    held.busy_until[family[0].family] = on + timedelta(days=20)
    if not nowhere:
        _work_with(held, family, on, rows)


def _work_with(held: SocialCare, family: Family, on: date, referred: list[Row]) -> None:
    start, done = assessment_run(held.chance, on)
    held.assessments += assessments(family, start, done)
    held.busy_until[family[0].family] = done
    on_plan = held.chance.random() < ENQUIRY and _enquire(held, family, on)
    ended = held.busy_until[family[0].family] if on_plan else None
    for row in referred:
        close(held.chance, row, done, ended, on_plan)


def _enquire(held: SocialCare, family: Family, on: date) -> bool:
    """A section 47 enquiry; says whether a plan came of it."""
    start = add_working_days(on, held.chance.randint(0, 6))
    conference = conference_after(held.chance, start) if held.chance.random() < CONFERENCE else None
    held.section_47_enquiries += enquiries(family, start, conference)
    if conference is None or held.chance.random() >= PLAN:
        return False
    end = plan_end(held.chance, conference)
    _plan(held, family, conference, end)
    return True


def _plan(held: SocialCare, family: Family, start: date, end: date | None) -> None:
    name = family[0].family
    first = 1 if held.chance.random() < HAD_A_PLAN_ELSEWHERE else 0
    before = held.plans_before.get(name, first)
    held.cp_plans += plans(held.chance, family, start, end, before)
    held.plans_before[name] = before + 1
    held.busy_until[name] = date.max if end is None else end + timedelta(days=180)


def _begin_long_plan(held: SocialCare, families: Families, size: int, start: date) -> None:
    """One of the two big sibling groups: referred by a school, on a plan for neglect that nothing has ended."""
    on = start - timedelta(days=28)
    family = families.arrive(on, size, ages=(15.5, 16.0) if size > 6 else (12.0, 13.0))
    rows = [referral(held.chance, child, on, "2A", nowhere=False) for child in family]
    held.referrals += rows
    held.assessments += assessments(family, *assessment_run(held.chance, on))
    held.section_47_enquiries += enquiries(family, add_working_days(on, 3), start)
    neglect: Row = {"initial_category": "NEG", "category": "NEG"}
    held.cp_plans += [plan | neglect for plan in plans(held.chance, family, start, None, 0)]
    held.busy_until[family[0].family] = date.max


def _referrals() -> list[Row]:
    held = social_care()
    return with_neglect(held.referrals, {str(row["family_id"]) for row in held.cp_plans if row["category"] == "NEG"})


def _assessments() -> list[Row]:
    return with_visit(social_care().assessments)


ASSESSMENTS_FROM = date(2023, 10, 1)
"""The first day of which the case system holds assessments; the census of the year before it held none."""

SENT = (
    Sent(
        "cp_plans",
        "council",
        lambda: with_answers(social_care().cp_plans),
        ("start_date", "end_date"),
        comes_after=(12,),
        months_before=9,
        known_with={"open_after_six_months": "six_months_on"},
        mistake=(410, "category", "NGL"),
    ),
    Sent(
        "referrals",
        "council",
        _referrals,
        ("referral_date", "closed_date"),
        comes_after=(12,),
        known_with={"closure_reason": "closed_date"},
        mistake=(31, "referral_date", "31/09/2026"),
    ),
    Sent(
        "assessments",
        "council",
        _assessments,
        ("start_date", "authorised_date"),
        comes_after=(13,),
        begins=ASSESSMENTS_FROM,
    ),
    Sent(
        "section_47_enquiries",
        "council",
        lambda: social_care().section_47_enquiries,
        ("start_date", "conference_date"),
        comes_after=(13,),
        happens_once=True,
        months_before=3,
        mistake=(60, "start_date", "17/07/2062"),
    ),
)
