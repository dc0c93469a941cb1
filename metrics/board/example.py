"""A `board.toml` to begin with: an agency for every role, and one of each thing that a board may choose."""

from metrics.datasets import contracts

ROLES = {
    "childrens_social_care": ("council", "Anytown Council"),
    "early_help": ("early_help", "Anytown Early Help"),
    "police": ("police", "Anytown Police"),
    "health": ("health", "Anytown NHS Trust"),
    "mental_health": ("camhs", "Anytown Child and Adolescent Mental Health Service"),
    "education": ("education", "Anytown Education Service"),
    "youth_justice": ("youth_justice", "Anytown Youth Justice Service"),
    "probation": ("probation", "Anytown Probation"),
    "partnership": ("partnership", "Anytown Partnership Business Unit"),
}
"""The roles that agencies play, each with an id and a name for the example: whom an indicator's `owner` may name."""


def example_board() -> str:
    """A `board.toml` to begin with: an agency for every role, with the datasets that such an agency sends."""
    sent: dict[str, list[str]] = {role: [] for role in ROLES}
    for each in contracts().values():
        if each.speaks_of == "named":
            continue  # any agency may: an example would say that this one has to
        sent[each.sender].append(each.dataset)
    agencies = [_example_agency(role, sent[role]) for role in ROLES]
    return "\n".join([EXAMPLE_HEAD, *agencies, EXAMPLE_TARGETS, EXAMPLE_PRIORITIES, EXAMPLE_NOTES])


def _example_agency(role: str, datasets: list[str]) -> str:
    agency, name = ROLES[role]
    sends = ", ".join(f'"{each}"' for each in sorted(datasets))
    return (
        f'[[agencies]]\nid = "{agency}"\nname = "{name}"\nrole = "{role}"\nsends = [{sends}]\n'
        "returns = []                 # indicators whose figures it returns, having no records to send\n"
        f'lead = "Name of the data lead"\ncontact = "{agency}@anytown.example"\n'
        f'deputy = "Name of the deputy"\ndeputy_contact = "{agency}.deputy@anytown.example"\n'
    )


EXAMPLE_HEAD = """\
# What one partnership chose. Every part can be changed later.
name = "Anytown Safeguarding Children Partnership"
meetings = [2026-12-15]

[area]
code = "210"                 # the DfE's 3-digit code of the local authority
name = "Anytown"
region_code = "E12000007"
region_name = "London"
neighbour_model = "2025"     # after a change: neighbour_models = [{model = "2021", used_from = 2021-04-01}, ...], for both

[clock]                      # working days, counted backwards from each meeting
clear_days = 5               # between the day the papers go out and the meeting
sign_off_days = 3            # from the agencies' sign-off to the papers
data_days = 5                # from the day data and commentary are due to sign-off
ready_days = 30              # days that the data of a period needs: what ended later is for the meeting after
# An agency that agreed to so many days after a period instead says so itself: due_days = 60

[settings]
two_years = "dfe_more_than_729_days"     # or 730_days_elapsed, second_anniversary
neighbour_average = "median"             # or mean

[store]                      # may records of children be held, as keyed hashes, age bands and dates? Then cases can be listed
child_level = true           # false: none is taken; agencies send counts that they prepared inside (scorecard prepare)

[status]                     # which rule says green, amber or red; a target may name a rule of its own
rule = "within_tolerance"    # or within_points, share_of_improvement, beyond_chance
amber = 10                   # amber while the target is missed by no more: per cent of it, or points; red beyond
four_colours = false         # true: green, green amber, red amber, red

[small_numbers]              # docs/small_numbers.md says what is hidden, and why
hide_to = 5                  # numbers from 1 to this, and those that would give one away; or 7, or 10. A nought is shown
on_screen = "breakdowns"     # on the board's own pages, where a child could be picked out; or nothing. Public papers: always
"""
EXAMPLE_TARGETS = """\
[[targets]]
indicator = "cp_plans_two_years"
target = "England"

[[targets]]
indicator = "return_interviews_within_72_hours"
target = "2026/27: 75; 2027/28: 80"      # one for each year; or Q1: 70; Q2: 72; for the quarters of every year
agreed_by = "Executive board"
agreed_on = 2026-06-11

[[targets]]
indicator = "social_worker_turnover"
target = "London top quartile"           # also: neighbours, 2 points below England, top 10% in England, 10 and England
agreed_by = "Executive board"
agreed_on = 2026-06-11
because = "the region's best keep their workers"
until = 2028-03-31           # it is for periods that end by then
benchmark_year = 2025        # the published figures that lay on the table then
neighbour_model = "2025"

# The board may give another mark than the rule does. Both are shown, with the reason.
# [[overrides]]
# indicator = "cp_plans_two_years"
# period = "2026/27 Q2"
# mark = "amber"
# because = "two sibling groups of five joined in the quarter"
# by = "Chair of the performance sub-group"
# on = 2026-10-20
"""
EXAMPLE_PRIORITIES = """\
[[priorities]]
name = "Neglect"
themes = ["neglect"]         # every indicator about this theme; or name them: indicators = ["cp_plans_open"]
"""
EXAMPLE_NOTES = """\
# What happened that figures are to be read with: practice_change, definition_change (the charts begin anew), restatement,
# boundary_change. It is drawn on the charts and listed below them.
# [[annotations]]
# event = "practice_change"
# on = 2026-04-01
# text = "The threshold of the front door was agreed anew"
# indicators = ["referrals", "re_referrals"]     # or themes = ["front_door"]

# Who presents when in the room, and for how many minutes. Without it: every agency above, ten minutes each.
# An order with meeting = 2026-12-15 in each part is that meeting's own.
# [[running_order]]
# agency = "police"
# minutes = 10

# Questions of your own beside those of the bank (metrics/questions.toml says what each part means).
# [[questions]]
# id = "our_schools"
# when = ["rose", "fell"]
# about = "cause"
# indicators = ["home_educated"]
# ask = "What do the schools say?"
"""
