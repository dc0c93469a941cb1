"""Spec: the Standard Safeguarding Dataset, from its tables to the figures. Every column read is one of the dataset's."""

import csv
from datetime import date, datetime
from pathlib import Path

import pytest

from metrics.catalogue import indicator
from metrics.figures import Figure, figures_on
from metrics.intake import Undated, recognise, together
from metrics.intake.mapped import described
from metrics.periods import parse_period
from metrics.store import Store
from metrics.submission import Delivery, Refused, Submission
from tests.intake.reading import column, delivery_of

AS_AT = date(2025, 9, 30)
TABLES = {
    "ssd_person": """
        pers_person_id | pers_forename | pers_sex | pers_ethnicity | pers_dob
        P1 | Ann | F | WBRI | 2015-02-01 00:00:00
        P2 | Bob | M | MWBC | 2017-05-01 00:00:00
        P3 | Cat | F |      | 2010-01-01 00:00:00""",
    "ssd_family": """
        fami_table_id | fami_family_id | fami_person_id
        1 | F1 | P1
        2 | F1 | P2
        3 | F3 | P3""",
    "ssd_contacts": """
        cont_contact_id | cont_person_id | cont_contact_date | cont_contact_source_code | cont_contact_outcome_json
        1 | P1 | 2025-05-01 00:00:00 | 6  | { "NEW_REFERRAL_FLAG": "Y", "NFA_FLAG": "N" }
        2 | P2 | 2025-06-01 00:00:00 | 2A | { "NEW_REFERRAL_FLAG": "N", "NFA_FLAG": "Y" }
        3 | P3 | 2025-06-02 00:00:00 | 2A | { "NEW_REFERRAL_FLAG": "", "NFA_FLAG": "" }""",
    "ssd_cin_episodes": """
        cine_referral_id|cine_person_id|cine_referral_date|cine_cin_primary_need_code|cine_referral_source_code|cine_referral_nfa|cine_close_reason|cine_close_date
        R1 | P1 | 2024-02-01 00:00:00 | N1 | 6  | N | RC7 | 2024-06-01 00:00:00
        R2 | P1 | 2025-01-10 00:00:00 | N1 | 2A | N |     |
        R3 | P2 | 2025-03-01 00:00:00 | N5 | 2A | Y |     |""",
    "ssd_s47_enquiry": """
        s47e_s47_enquiry_id | s47e_person_id | s47e_s47_start_date | s47e_s47_nfa
        S1 | P1 | 2025-04-01 00:00:00 | N
        S2 | P2 | 2025-04-02 00:00:00 | Y""",
    "ssd_initial_cp_conference": """
        icpc_icpc_id | icpc_s47_enquiry_id | icpc_person_id | icpc_icpc_transfer_in | icpc_icpc_date
        C1 | S1 | P1 | N | 2025-04-11 00:00:00
        C2 |    | P3 | Y | 2025-05-12 00:00:00""",
    "ssd_cp_plans": """
        cppl_cp_plan_id|cppl_person_id|cppl_cp_plan_start_date|cppl_cp_plan_end_date|cppl_cp_plan_ola|cppl_cp_plan_initial_category|cppl_cp_plan_latest_category
        L1 | P1 | 2023-03-01 00:00:00 | 2024-01-15 00:00:00 | N | Neglect | Neglect
        L2 | P1 | 2025-04-11 00:00:00 |                     | N | Physical abuse | Multiple: Neglect, Physical abuse
        L3 | P2 | 2025-04-11 00:00:00 |                     |   | NEG | NEG
        L4 | P3 | 2025-05-01 00:00:00 |                     | Y | NEG | NEG""",
    "ssd_cp_reviews": """
        cppr_cp_review_id | cppr_person_id | cppr_cp_plan_id | cppr_cp_review_date
        V1 | P1 | L2 | 2025-07-01 00:00:00
        V2 | P3 | L4 | 2025-07-02 00:00:00""",
    "ssd_cp_visits": """
        cppv_cp_visit_id | cppv_person_id | cppv_cp_plan_id | cppv_cp_visit_date | cppv_cp_visit_seen
        W1 | P1 | L2 | 2025-04-14 00:00:00 | Y""",
    "ssd_cla_episodes": """
        clae_cla_episode_id|clae_person_id|clae_cla_episode_start_date|clae_cla_episode_ceased_date|clae_cla_episode_ceased_reason|clae_cla_id|clae_entered_care_date
        E1 | P3 | 2022-06-01 00:00:00 | 2023-06-01 00:00:00 | X1 | K1 | 2022-06-01 00:00:00
        E2 | P3 | 2023-06-01 00:00:00 |                     |    | K1 | 2022-06-01 00:00:00
        E3 | P1 | 2024-08-01 00:00:00 | 2024-09-01 00:00:00 | E4A | K2 | 2024-08-01 00:00:00""",
    "ssd_cla_placement": """
        clap_cla_placement_id|clap_person_id|clap_cla_id|clap_cla_placement_start_date|clap_cla_placement_end_date|clap_cla_placement_type|clap_cla_placement_distance
        M1 | P3 | K1 | 2022-06-01 00:00:00 | 2023-06-01 00:00:00 | U4 | 12.5
        M2 | P3 | K1 | 2023-06-01 00:00:00 |                     | K2 | 999.9""",
    "ssd_missing": """
        miss_table_id|miss_person_id|miss_missing_episode_start_date|miss_missing_episode_type|miss_missing_episode_end_date|miss_missing_rhi_offered|miss_missing_rhi_accepted
        G1 | P3 | 2025-07-01 18:30:00 | Missing | 2025-07-02 09:15:00 | Y | N
        G2 | P3 | 2025-08-01 18:30:00 | Away    | 2025-08-01 22:00:00 | Y | Y
        G3 | P2 | 2025-08-03 20:00:00 | M       | 2025-08-03 23:00:00 | NA | NA""",
}


def as_csv(text: str) -> bytes:
    lines = [line.strip().split("|") for line in text.strip().splitlines()]
    return "\n".join(",".join(f'"{cell.strip().replace(chr(34), chr(34) * 2)}"' for cell in line) for line in lines).encode()


def sent(*names: str, as_at: date | None = AS_AT) -> Delivery:
    chosen = names or tuple(TABLES)
    return delivery_of(together([(f"{each}.csv", as_csv(TABLES[each])) for each in chosen]), as_at=as_at)


@pytest.fixture(scope="module")
def read() -> dict[str, Submission]:
    return {each.dataset: each for each in sent().submissions}


def rows(submission: Submission, *names: str) -> list[tuple[object, ...]]:
    return list(zip(*(column(submission, each) for each in names), strict=True))


def test_every_table_and_column_that_is_read_is_one_of_the_datasets(shared: Path) -> None:
    with (shared / "reference" / "ssd_fields.csv").open(encoding="utf-8", newline="") as stream:
        known = {(each["table"], each["field"]) for each in csv.DictReader(stream)}
    said = described("ssd")
    ours = {(table, each) for table, about in said.items() if "columns" in about for each in about["columns"]}
    assert ours <= known
    assert set(said["prefixes"].values()) | {table for table, _ in ours} <= {table for table, _ in known}


def test_it_is_known_by_its_columns() -> None:
    assert "Standard Safeguarding Dataset: ssd_cp_plans" in recognise(as_csv(TABLES["ssd_cp_plans"])).sentence


def test_plans_of_other_councils_are_left_out_and_counted(read: dict[str, Submission]) -> None:
    starts = [date(2023, 3, 1), date(2025, 4, 11), date(2025, 4, 11)]
    assert column(read["cp_plans"], "start_date") == starts
    assert column(read["cp_reviews"], "reviewed_on") == [date(2025, 7, 1)]
    assert any(each.startswith("1 plans of other councils") for each in sent().notes)


def test_earlier_plans_are_counted_from_the_history(read: dict[str, Submission]) -> None:
    assert column(read["cp_plans"], "previous_plans") == [0, 1, 0]
    assert [str(each) for each in column(read["cp_plans"], "category")] == ["NEG", "MUL", "NEG"]


def test_brothers_and_sisters_have_one_family(read: dict[str, Submission]) -> None:
    first, second, third = column(read["cp_plans"], "family_id")
    assert first == second == third is not None


def test_a_contact_became_a_referral_when_its_outcome_says_so(read: dict[str, Submission]) -> None:
    assert [each and str(each) for each in column(read["contacts"], "outcome")] == ["referral", "no action", None]


def test_a_referral_without_further_action_is_no_episode_of_need(read: dict[str, Submission]) -> None:
    assert column(read["referrals"], "no_further_action") == [False, False, True]
    assert rows(read["children_in_need"], "start_date", "end_date") == [
        (date(2024, 2, 1), date(2024, 6, 1)),
        (date(2025, 1, 10), None),
    ]


def test_a_conference_after_moving_in_has_no_enquiry(read: dict[str, Submission]) -> None:
    assert rows(read["section_47_enquiries"], "start_date", "conference_date", "conference_not_required") == [
        (date(2025, 4, 1), date(2025, 4, 11), False),
        (date(2025, 4, 2), None, True),
        (None, date(2025, 5, 12), None),
    ]


def test_a_period_in_care_is_all_of_its_episodes(read: dict[str, Submission]) -> None:
    found = rows(read["looked_after_periods"], "start_date", "end_date", "end_reason")
    assert [(began, ended, why and str(why)) for began, ended, why in found] == [
        (date(2022, 6, 1), None, None),
        (date(2024, 8, 1), date(2024, 9, 1), "E4A"),
    ]


def test_a_distance_of_999_9_is_not_known(read: dict[str, Submission]) -> None:
    assert [each and float(each) for each in column(read["placements"], "miles_from_home")] == [12.5, None]


def test_missing_episodes_have_their_times_and_children_away_are_left_out(read: dict[str, Submission]) -> None:
    assert rows(read["missing_episodes"], "missing_from", "missing_from_care") == [
        (datetime(2025, 7, 1, 18, 30), True),
        (datetime(2025, 8, 3, 20), False),
    ]


def test_a_return_interview_that_did_not_apply_is_none(read: dict[str, Submission]) -> None:
    assert rows(read["return_interviews"], "offered", "accepted") == [(True, False)]
    assert "held_at" in read["return_interviews"].lacks


def test_visits_belong_to_the_start_of_their_plan(read: dict[str, Submission]) -> None:
    assert rows(read["cp_visits"], "plan_start", "visited_on", "seen") == [(date(2025, 4, 11), date(2025, 4, 14), True)]


def test_it_covers_the_days_since_something_in_it_had_ended(read: dict[str, Submission]) -> None:
    assert (read["cp_plans"].covers_from, read["cp_plans"].covers_to) == (date(2024, 1, 1), AS_AT)
    assert read["contacts"].covers_from == date(2025, 5, 1)


def test_the_day_of_the_extract_is_asked_for() -> None:
    with pytest.raises(Undated, match="03/08/2025: it is the latest day in the tables"):
        sent(as_at=None)


def test_tables_that_nothing_is_made_from_are_refused_and_said() -> None:
    with pytest.raises(Refused, match="ssd_professionals says workers one by one"):
        delivery_of(b"prof_professional_id,prof_staff_id,prof_professional_name\n1,2,Ann Example\n", as_at=AS_AT)
    with pytest.raises(Refused, match="ssd_person"):
        delivery_of(as_csv(TABLES["ssd_person"]), as_at=AS_AT)


def test_without_people_and_families_it_is_read_and_said() -> None:
    said = " ".join(sent("ssd_cp_plans").notes)
    assert "ssd_person is not there" in said
    assert "ssd_family is not there" in said


def figure(store: Store, delivery: Delivery, name: str, period: str) -> Figure:
    with store.as_if_accepted(delivery, counting=False) as cursor:
        known = delivery.received_at
        return figures_on(cursor, [indicator(name)], [parse_period(period)], known_at=known, today=known.date())[0]


def test_the_figures_are_those_of_the_templates(empty_store: Store) -> None:
    template = "child_id,family_id,date_of_birth,start_date,end_date,initial_category,category,previous_plans\n"
    template += "P1,F1,2015-02-01,2023-03-01,2024-01-15,NEG,NEG,0\nP1,F1,2015-02-01,2025-04-11,,PHY,MUL,1\n"
    template += "P2,F1,2017-05-01,2025-04-11,,NEG,NEG,0\n"
    by_template = delivery_of(template, as_at=AS_AT, covers_from=date(2024, 1, 1))
    for name in ("cp_plans_open", "cp_plans_started", "cp_plans_subsequent", "cp_plans_repeat_within_two_years"):
        mine, theirs = (figure(empty_store, each, name, "2025-04") for each in (sent(), by_template))
        assert (mine.value, mine.families, mine.denominator) == (theirs.value, theirs.families, theirs.denominator)


def test_no_name_is_kept(store: Store) -> None:
    store.accept(sent())
    with store.cursor() as cursor:
        cursor.execute("checkpoint")
    assert b"Cat" not in store.path.read_bytes()
