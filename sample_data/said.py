"""What was written for the meetings of the sample partnership, in the words of those who wrote it. Nobody here exists."""

from datetime import date
from typing import NamedTuple


class Said(NamedTuple):
    """An agency's commentary. `{status}` stands for the status beside the figure; nobody has signed a draft."""

    agency: str
    indicator: str
    what: str
    why: str
    so_what: str
    what_next: str
    by_when: date | None
    public: str = ""
    signed_off_by: str = ""


class Asked(NamedTuple):
    """A challenge, its answer and its outcome, as far as they have come."""

    to: str
    indicator: str
    by: str
    question: str
    due: date
    answer: str = ""
    answered_by: str = ""
    answered_on: date | None = None
    outcome: str = ""
    closed_on: date | None = None


class Marks(NamedTuple):
    """A question that somebody marked before a meeting. `indicator` is empty where it hangs on no line."""

    indicator: str
    by: str
    question: str
    taken_back: bool = False


class Agreed(NamedTuple):
    """An action and what came of it. `challenge` is the number of the meeting's challenge that it came from, 0 for none.

    Updates: the day, the role, the words, the agencies that have done it. `ends`: how, on which day, and why or into which.
    """

    text: str
    owners: tuple[str, ...] = ()
    group: str = ""
    each_agency: bool = False
    due: date | None = None
    challenge: int = 0
    indicator: str = ""
    source: str = ""
    updates: tuple[tuple[date, str, str, tuple[str, ...]], ...] = ()
    carried_to: tuple[date, ...] = ()
    ends: tuple[str, date, str] | None = None


DIRECTOR = "Director of children's services"
ALL_BUT_ONE = ("council", "camhs", "health", "police", "compass", "community_health", "early_help", "education", "partnership")
CAMHS_WORDS = Said(
    "camhs",
    "camhs_wait_mean",
    "The mean wait is {status}.",
    "Referrals exceed the appointments that two teams can offer, and a third of posts stood empty in the summer.",
    "Young people in distress wait, and some come back through the emergency department.",
    "A second weekly assessment clinic; every referral is read within two working days so that risk is not left to wait.",
    date(2026, 6, 30),
    "We are adding appointments so that young people wait less.",
    "Head of CAMHS",
)
WORDS: dict[str, tuple[Said, ...]] = {
    "2025-12-11": (
        Said(
            "council",
            "re_referrals",
            "Re-referrals are {status}: more than one child in four comes back within a year.",
            "Cases were closed to no service at all where early help would have been the next step.",
            "Children live with the same worry for longer, and families tell their story twice.",
            "Every closure names the early help offer, and managers sample twenty a month.",
            date(2026, 3, 31),
            "",
            DIRECTOR,
        ),
        CAMHS_WORDS,
    ),
    "2026-03-12": (
        CAMHS_WORDS._replace(by_when=date(2026, 9, 30)),
        Said(
            "council",
            "agency_social_workers",
            "The share of agency workers is {status}, and has been for two years.",
            "Permanent posts in the assessment teams are advertised three times before they are filled.",
            "Children meet more workers than they should.",
            "A grow-our-own scheme with the university; the first twelve start in the autumn.",
            date(2026, 9, 30),
            "More of our social workers will be permanent.",
            DIRECTOR,
        ),
    ),
    "2026-06-11": (
        Said(
            "council",
            "conferences_within_15_days",
            "Conferences in time are {status} for the first time in two years.",
            "Two of the six chairs were away together, and reports came late in the Easter holiday.",
            "Families wait for a decision in the weeks when they are most afraid.",
            "A bank of two relief chairs from July; reports are asked for on day eight.",
            date(2026, 7, 31),
            "",
            DIRECTOR,
        ),
        CAMHS_WORDS._replace(by_when=date(2026, 9, 30)),
        Said(
            "education",
            "private_fostering_schools_returned",
            "Fewer schools answered the private fostering return than a year ago: it got worse.",
            "The return went out in the last week of term and to an old list of addresses.",
            "Children who live away from home without anybody knowing are not seen.",
            "The return moves to the first half term, and every designated lead is rung once.",
            date(2026, 10, 31),
            "",
            "Head of education safeguarding",
        ),
    ),
    "2026-09-10": (
        Said(
            "council",
            "cp_plans_two_years",
            "Plans of two years or more are {status}: eleven children, all of them in three families.",
            "Two large families stayed on plans through court proceedings that were adjourned twice.",
            "Long plans mean that children are not yet safe, or that nobody dares to end them.",
            "The head of service reads every plan at fifteen months; a decision on each of these three by November.",
            date(2026, 11, 30),
            "",
            DIRECTOR,
        ),
        Said(
            "council",
            "conferences_within_15_days",
            "Conferences in time remain {status}; the position is stable and on track.",
            "One of the two relief chairs started in August.",
            "Families still wait.",
            "The second relief chair starts in October.",
            date(2026, 10, 31),
            "",
            DIRECTOR,
        ),
        Said(
            "health",
            "emergency_attendances_self_harm",
            "More young people came to the emergency department after self-harm than chance explains: it got worse.",
            "The rise is in fifteen to seventeen year olds, and in the weeks of examinations.",
            "They come to the hospital because nothing nearer was open.",
            "A nurse from CAMHS sits in the department every evening from October.",
            date(2026, 10, 31),
            "",
            "Named nurse for safeguarding children",
        ),
    ),
    "reissued": (
        Said(
            "council",
            "re_referrals",
            "With the restated file re-referrals are {status}, and not on target as issue 1 had it.",
            "Forty children were recorded under a second number when the new case system was joined to the old one.",
            "The first issue told the board better news than there was.",
            "Numbers are matched before every extract; the check is part of the file's sign-off.",
            date(2026, 10, 31),
            "",
            DIRECTOR,
        ),
    ),
    "2026-12-10": (
        Said(
            "council",
            "cp_plans_two_years",
            "Plans of two years or more are {status}, and it got worse beyond chance.",
            "One large family joined those of the last meeting; proceedings end in January.",
            "",
            "",
            None,
        ),
        CAMHS_WORDS._replace(
            what="The mean wait is {status}, and it has improved beyond chance: the second clinic opened in May.",
            why="The second clinic gives forty more first appointments a month.",
            so_what="Most young people are now seen within two months.",
            what_next="Keep the clinic through the winter, and watch those who wait longest.",
            by_when=date(2027, 3, 31),
        ),
        Said(
            "camhs",
            "camhs_children_in_treatment",
            "More children are in treatment than chance explains, because more of them are seen.",
            "The second clinic opened in May, and closures wait for a review that is held once a month.",
            "Children are helped sooner; some stay longer than they need to.",
            "Reviews are held twice a month from January.",
            date(2027, 3, 31),
            "",
            "Head of CAMHS",
        ),
        Said(
            "early_help",
            "early_help_outcomes_achieved",
            "Outcomes achieved are {status}.",
            "More closures came from families who moved away before their plan ended.",
            "Some families leave without the help that was agreed.",
            "Ask the next area to take the plan over, and count these closures apart.",
            None,
        ),
    ),
}
CHALLENGES: dict[str, tuple[Asked, ...]] = {
    "2025-12-11": (
        Asked(
            "council",
            "re_referrals",
            "Lay member",
            "Why do so many children come back within a year, and what was different for those who did not?",
            date(2026, 1, 15),
            "Closures without an early help offer come back twice as often. The offer is now part of every closure.",
            "Head of assessment",
            date(2026, 1, 12),
            "The board accepted the answer and asked to see closures with an offer at each meeting.",
            date(2026, 3, 12),
        ),
        Asked(
            "camhs",
            "camhs_wait_mean",
            "Independent scrutineer",
            "What happens to a young person's risk while they wait?",
            date(2026, 1, 15),
            "Each referral is read within two working days; those at risk are seen the same week.",
            "Head of CAMHS",
            date(2026, 1, 14),
            "An action was agreed: a second clinic.",
            date(2026, 3, 12),
        ),
    ),
    "2026-03-12": (
        Asked(
            "partnership",
            "section_11_returned",
            "Police representative",
            "One agency has not sent its section 11 return for two years. Which, and what has the board done about it?",
            date(2026, 4, 15),
            "It is the probation service, which was reorganised. Its new head has been written to twice.",
            "Partnership business manager",
            date(2026, 4, 9),
        ),
    ),
    "2026-06-11": (
        Asked(
            "council",
            "conferences_within_15_days",
            "Health representative",
            "Is this the Easter holiday or the beginning of something? What will be in place before the summer?",
            date(2026, 7, 10),
            "Both: chairs were away, and reports came late from three agencies. Relief chairs are being appointed.",
            DIRECTOR,
            date(2026, 7, 8),
            "Relief chairs in place; conferences to be looked at again in December.",
            date(2026, 9, 10),
        ),
        Asked(
            "education",
            "private_fostering_schools_returned",
            "Lay member",
            "Half of the schools did not answer. How do we know about the children in them?",
            date(2026, 9, 30),
        ),
    ),
    "2026-09-10": (
        Asked(
            "council",
            "cp_plans_two_years",
            "Lay member",
            "Eleven children in three families: what has to happen for each plan to end safely?",
            date(2026, 10, 9),
            "Each of the three has a plan to end: two by the court's decision, one by a review in November.",
            "Head of safeguarding",
            date(2026, 10, 7),
        ),
        Asked(
            "compass",
            "return_interviews_within_72_hours",
            "Director of children's services",
            "Half of the talks come after 72 hours. Is it that children are not found, or that nobody is free to go?",
            date(2026, 12, 4),
        ),
    ),
}
MARKED = (
    Marks(
        "cp_plans_two_years",
        "Lay member",
        "In September it was three families. Which of the plans we were told would end have ended?",
    ),
    Marks(
        "cp_plans_two_years",
        "Lead member for children",
        "One family decides this mark. Was its plan looked at by someone from outside?",
    ),
    Marks(
        "return_interviews_offered",
        "Lay member",
        "Which children who came back has nobody spoken to, and who will ring them this week?",
    ),
    Marks("return_interviews_offered", "Police representative", "What would help Compass to send its figures in time?"),
    Marks("camhs_wait_mean", "Health representative", "What was done, and can it be kept up through the winter?"),
    Marks("early_help_outcomes_achieved", "Lay member", "Is this about families who moved away?", taken_back=True),
    Marks("", "Independent scrutineer", "Which of these figures would a child notice first?"),
)
"""For the meeting that is to come."""
ACTIONS: dict[str, tuple[Agreed, ...]] = {
    "2025-12-11": (
        Agreed(
            "Name one person in each agency who answers for its data, and a deputy.",
            each_agency=True,
            due=date(2026, 1, 31),
            updates=(
                (
                    date(2026, 1, 20),
                    "Partnership business manager",
                    "Three agencies have named theirs.",
                    ("council", "camhs", "health"),
                ),
                (
                    date(2026, 3, 5),
                    "Partnership business manager",
                    "All but the youth justice service.",
                    (
                        "council",
                        "camhs",
                        "health",
                        "police",
                        "compass",
                        "community_health",
                        "early_help",
                        "education",
                        "partnership",
                    ),
                ),
            ),
            carried_to=(date(2026, 3, 12), date(2026, 6, 11)),
        ),
        Agreed(
            "Open a second weekly assessment clinic.",
            owners=("camhs",),
            due=date(2026, 5, 31),
            challenge=2,
            indicator="camhs_wait_mean",
            updates=((date(2026, 4, 21), "Head of CAMHS", "Rooms found; two clinicians start in May.", ()),),
            ends=("discharged", date(2026, 6, 11), "The clinic opened on 12 May."),
        ),
        Agreed(
            "Show the board how many closures carried an early help offer.",
            owners=("council", "early_help"),
            due=date(2026, 3, 12),
            challenge=1,
            indicator="re_referrals",
            ends=("merged", date(2026, 3, 12), "2026-03-12/1"),
        ),
    ),
    "2026-03-12": (
        Agreed(
            "Bring closures and what followed them to every meeting, with early help's own count beside the council's.",
            owners=("council", "early_help"),
            group="Performance and quality group",
            due=date(2026, 9, 1),
            indicator="re_referrals",
            updates=((date(2026, 8, 19), "Early help manager", "Both counts are drawn from one list.", ()),),
            carried_to=(date(2026, 9, 10),),
        ),
        Agreed(
            "Write to the head of probation about the section 11 return.",
            owners=("partnership",),
            due=date(2026, 4, 30),
            challenge=1,
            indicator="section_11_returned",
            updates=((date(2026, 4, 9), "Partnership business manager", "Written twice; no reply.", ()),),
            carried_to=(date(2026, 6, 11), date(2026, 9, 10)),
        ),
    ),
    "2026-06-11": (
        Agreed(
            "Appoint two relief conference chairs.",
            owners=("council",),
            due=date(2026, 7, 31),
            challenge=1,
            indicator="conferences_within_15_days",
            source="OR/4",
            ends=("discharged", date(2026, 9, 10), "One has started, the other starts in October."),
        ),
        Agreed(
            "Send conference reports by day eight.",
            owners=("police", "health", "education"),
            due=date(2026, 9, 30),
            challenge=1,
            indicator="conference_reports",
        ),
        Agreed("Find out what other partnerships ask of schools about private fostering.", due=date(2026, 12, 10)),
    ),
    "2026-09-10": (
        Agreed(
            "Read every plan at fifteen months, and bring a decision on each of the three families.",
            owners=("council",),
            due=date(2026, 11, 30),
            challenge=1,
            indicator="cp_plans_two_years",
            updates=((date(2026, 10, 21), "Head of safeguarding", "Two of three decided.", ()),),
        ),
        Agreed("Hold a workshop on self-harm and school pressure.", group="Health and education group", due=date(2027, 2, 26)),
    ),
}
