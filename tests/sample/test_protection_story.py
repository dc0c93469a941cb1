"""What the sample tells of conferences, reviews and visits, of the police's powers, and of what schools return."""

from datetime import date, datetime

import pytest

from metrics.periods import add_months
from sample_data.files import Row
from sample_data.followed import with_answers
from sample_data.police_powers import police_protections, public_protection_orders
from sample_data.protection import conference_attendance, cp_reviews, cp_visits
from sample_data.school_returns import school_returns
from sample_data.social_care import social_care


def came(agency: str) -> float:
    return share([row["attended"] for row in conference_attendance() if row["invited_agency"] == agency])


def share(answers: list[object]) -> float:
    return sum(answer is True for answer in answers) / len(answers)


def day(row: Row, column: str) -> date:
    found = row[column]
    assert isinstance(found, date)
    return found.date() if isinstance(found, datetime) else found


def test_police_and_health_come_to_conferences_and_probation_seldom() -> None:
    assert min(came("police"), came("health")) > 0.88
    assert came("probation") < 0.4


@pytest.mark.parametrize("rows", [cp_reviews, cp_visits])
def test_every_review_and_visit_is_of_a_plan_and_within_it(rows: object) -> None:
    assert callable(rows)
    plans = {(row["child_id"], row["start_date"]): row["end_date"] or date.max for row in social_care().cp_plans}
    for row in rows():
        end = plans[row["child_id"], row["plan_start"]]
        last = row["reviewed_on"] if "reviewed_on" in row else row["visited_on"]
        assert row["plan_start"] < last <= end


def test_about_one_first_review_in_nine_is_late() -> None:
    first: dict[object, Row] = {}
    for row in cp_reviews():
        first.setdefault((row["child_id"], row["plan_start"]), row)
    late = [day(row, "reviewed_on") > add_months(day(row, "plan_start"), 3) for row in first.values()]
    assert 0.08 < sum(late) / len(late) < 0.15


def test_fewer_visits_were_made_in_the_bad_year() -> None:
    months = [(day(row, "visited_on").year, day(row, "visited_on").month) for row in cp_visits() if row["seen"]]
    assert sum((2025, 7) <= each <= (2025, 9) for each in months) < 0.9 * sum((2026, 7) <= each <= (2026, 9) for each in months)


def test_police_protection_never_lasts_72_hours() -> None:
    assert all(lasted(row) < 72 for row in police_protections())


def lasted(row: Row) -> float:
    taken, ended = row["taken_at"], row["ended_at"]
    assert isinstance(taken, datetime)
    assert isinstance(ended, datetime)
    return (ended - taken).total_seconds() / 3600


def test_the_police_obtain_about_ten_orders_a_quarter() -> None:
    assert 8 <= len(public_protection_orders()) / 10 <= 12


@pytest.mark.parametrize(("year", "answered"), [(2024, 40), (2025, 30)])
def test_two_thirds_of_the_schools_answered_and_a_year_later_half(year: int, answered: int) -> None:
    asked = [row for row in school_returns() if row["about_day"] == date(year, 10, 31)]
    assert (len(asked), sum(row["returned_on"] is not None for row in asked)) == (60, answered)


def test_brothers_and_sisters_on_plans_from_one_day_have_one_answer_on_domestic_abuse() -> None:
    answers: dict[object, set[object]] = {}
    for row in with_answers(social_care().cp_plans):
        answers.setdefault((row["family_id"], row["start_date"]), set()).add(row["domestic_abuse"])
    assert {len(each) for each in answers.values()} == {1}


def test_most_children_are_still_open_to_services_six_months_after_their_plan() -> None:
    told = [row["open_after_six_months"] for row in with_answers(social_care().cp_plans)]
    assert 0.6 < share([each for each in told if each is not None]) < 0.8
