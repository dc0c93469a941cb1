"""Three sheets of different shape, as boards draw them, and what every cell of them says."""

from datetime import date
from typing import Any

import xlsxwriter

from tests.wide.drawing import Percent, Value, write

Row = tuple[str, str, str, str, str | None, str | None, str | None, str]
"""Indicator, period, breakdown, group, numerator, denominator, value, status."""

EXECUTIVE: list[list[Value]] = [
    [None, "Testbridge Safeguarding Children Partnership: executive scorecard"],
    [],
    [None, None, None, "2025/26", None, "2026/27", None, None, None, None],
    [None, "Ref", "Indicator", "Q3", "Q4", "Q1", "Q2", "Target", "RAG", "Comments"],
    [None, "Front door"],
    [None, "1.1", "Number of referrals to CSC", 412.0, "1,398", "401", 388.0, None, "n/a", "Fewer from schools in August."],
    [None, "1.2", "Re-referrals within 12 months (%)", Percent(0.2), "18% (72/398)", "80/400", "25%", "20%", "A", ""],
    [],
    [None, "Child protection"],
    [None, "2.1", "Children subject to a CP plan", 240.0, 236.0, "-", "tbc", None, None, "Figures of May were lost."],
    [None, "2.2", "C&F assessments within 45 working days", "nil", "120\u00a0/\u00a0150", "83.3% (n=150)", "n/a", "85%", "G"],
    [],
    [None, "Notes"],
    [None, "* Provisional until the census has been returned."],
    [None, "Source: the council's case management system. Every figure is rounded."],
]
"""Quarters under merged headings of years; section headings; a blank column; targets, colours, comments, notes."""


def executive(book: xlsxwriter.Workbook, sheet: Any) -> None:
    write(book, sheet, EXECUTIVE)
    for first, last, text in ((3, 4, "2025/26"), (5, 6, "2026/27")):
        sheet.merge_range(2, first, 2, last, text)
    sheet.merge_range(4, 1, 4, 9, "Front door")


EXECUTIVE_SAYS: list[Row] = [
    ("referrals", "2025/26 Q3", "", "", "412", None, None, "figure"),
    ("referrals", "2025/26 Q4", "", "", "1398", None, None, "figure"),
    ("referrals", "2026/27 Q1", "", "", "401", None, None, "figure"),
    ("referrals", "2026/27 Q2", "", "", "388", None, None, "figure"),
    ("re_referrals", "2025/26 Q3", "", "", None, None, "20", "figure"),
    ("re_referrals", "2025/26 Q4", "", "", "72", "398", "18", "figure"),
    ("re_referrals", "2026/27 Q1", "", "", "80", "400", None, "figure"),
    ("re_referrals", "2026/27 Q2", "", "", None, None, "25", "figure"),
    ("cp_plans_open", "2025/26 Q3", "", "", "240", None, None, "figure"),
    ("cp_plans_open", "2025/26 Q4", "", "", "236", None, None, "figure"),
    ("cp_plans_open", "2026/27 Q1", "", "", None, None, None, "no_system"),
    ("cp_plans_open", "2026/27 Q2", "", "", None, None, None, "late"),
    ("assessments_within_45_days", "2025/26 Q3", "", "", None, None, None, "nil_return"),
    ("assessments_within_45_days", "2025/26 Q4", "", "", "120", "150", None, "figure"),
    ("assessments_within_45_days", "2026/27 Q1", "", "", "125", "150", "83.3", "figure"),
    ("assessments_within_45_days", "2026/27 Q2", "", "", None, None, None, "not_collected"),
]

MONTHLY: list[list[Value]] = [
    ["Assurance report", None, None, None, None],
    [None, None, date(2026, 7, 31), date(2026, 8, 31), date(2026, 9, 30)],
    ["ICPCs within 15 days", "Numerator", 10.0, 12.0, 9.0],
    [None, "Denominator", 12.0, 16.0, 9.0],
    [None, "%", Percent(10 / 12), Percent(0.75), Percent(1)],
    [None, None, None, None, None],
    ["RHI in 72 hrs", "Num", 4.0, 0.0, "tbc"],
    [None, "Den", 8.0, 0.0, "tbc"],
    ["LAC", "No.", 300.0, 301.0, 299.0],
    ["Average SW caseload", "Number", "152", "160.5", ""],
    [None, "Denominator", 10.0, 10.0, ""],
]
"""Months as dates; numerator, denominator and percentage in rows beside a name that is merged over them."""

MONTHLY_SAYS: list[Row] = [
    ("conferences_within_15_days", "2026-07", "", "", "10", "12", "83.3333333333", "figure"),
    ("conferences_within_15_days", "2026-08", "", "", "12", "16", "75", "figure"),
    ("conferences_within_15_days", "2026-09", "", "", "9", "9", "100", "figure"),
    ("return_interviews_within_72_hours", "2026-07", "", "", "4", "8", None, "figure"),
    ("return_interviews_within_72_hours", "2026-08", "", "", "0", "0", None, "figure"),
    ("return_interviews_within_72_hours", "2026-09", "", "", None, None, None, "late"),
    ("looked_after", "2026-07", "", "", "300", None, None, "figure"),
    ("looked_after", "2026-08", "", "", "301", None, None, "figure"),
    ("looked_after", "2026-09", "", "", "299", None, None, "figure"),
    ("social_worker_caseload", "2026-07", "", "", "152", "10", None, "figure"),
    ("social_worker_caseload", "2026-08", "", "", "160.5", "10", None, "figure"),
]

BY_AGENCY: list[list[Value]] = [
    ["Multi-agency dataset 2026/27", None, None, None, None],
    ["Measure", "Agency", "Q1 (Apr-Jun)", None, "Q2 (Jul-Sep)", None],
    [None, None, "%", "n=", "%", "n="],
    ["Training places attended", "Police", Percent(0.5), 8.0, "75%", "4"],
    [None, "Health", "100%", 12.0, "nil", ""],
    [None, "Total", "80%", 20.0, "75%", "4"],
    [None, None, None, None, None, None],
    ["Contacts by agency", None, "Q1 2026/27", None, "Q2 2026/27", None],
    ["Police", None, 12.0, None, "9"],
    ["Health", None, 4.0, None, "nil"],
    ["Schools and colleges", None, "1 001", None, "0"],
    ["Total contacts", None, 1017.0, None, "9"],
]
"""Agencies in rows with a total; a percentage and its base in columns; a second table, headed again, lower down."""

BY_AGENCY_SAYS: list[Row] = [
    ("training_attendance", "2026/27 Q1", "agency", "Police", "4", "8", "50", "figure"),
    ("training_attendance", "2026/27 Q2", "agency", "Police", "3", "4", "75", "figure"),
    ("training_attendance", "2026/27 Q1", "agency", "Health", "12", "12", "100", "figure"),
    ("training_attendance", "2026/27 Q2", "agency", "Health", None, None, None, "nil_return"),
    ("training_attendance", "2026/27 Q1", "", "", "16", "20", "80", "figure"),
    ("training_attendance", "2026/27 Q2", "", "", "3", "4", "75", "figure"),
    ("contacts", "2026/27 Q1", "agency", "Police", "12", None, None, "figure"),
    ("contacts", "2026/27 Q2", "agency", "Police", "9", None, None, "figure"),
    ("contacts", "2026/27 Q1", "agency", "Health", "4", None, None, "figure"),
    ("contacts", "2026/27 Q2", "agency", "Health", None, None, None, "nil_return"),
    ("contacts", "2026/27 Q1", "agency", "Schools and colleges", "1001", None, None, "figure"),
    ("contacts", "2026/27 Q2", "agency", "Schools and colleges", "0", None, None, "figure"),
    ("contacts", "2026/27 Q1", "", "", "1017", None, None, "figure"),
    ("contacts", "2026/27 Q2", "", "", "9", None, None, "figure"),
]
