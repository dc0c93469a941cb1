"""Extracts as agencies' own systems write them: a police force's missing children, a council's interviews, a health list."""

from typing import Any

from metrics.intake.opened import Opened
from metrics.intake.own.mapping import Understood
from metrics.intake.own.proposal import OwnProposal, look, propose_own
from metrics.intake.own.table import OwnTable, own_table

POLICE = """Missing persons report, April to June 2026
Misper Ref,Nominal Ref,Forename,Surname,DOB,Gender,Date Missing,Time Missing,Date Found,Time Found,LAC?,Risk Grading,PC,Postcode
M1,P1,Quokkafeather,Zzyzx,14/02/2011,Female,02/04/2026,18:15,03/04/2026,21:40,Y,High,Quoll,QZ1 2CD
M2,P2,Numbatina,Zzyzx,14/03/2010,Male,05/05/2026,20:00,06/05/2026,01:40,N,Medium,Quoll,QZ1 2CD
M3,P1,Quokkafeather,Zzyzx,14/02/2011,Female,12/06/2026,17:15,,,Y,Medium,Bilby,QZ1 2CD
M4,P3,Pademelona,Zzyzx,14/02/2012,Female,13/06/2026,17:15,14/06/2026,08:00,Not known,Low,Bilby,QZ1 2CD
"""
INTERVIEWS = """Missing Episode Ref,Child Name,Date & time returned,Was RHI offered?,RHI outcome,Date RHI completed,Why declined
M1,A,03/04/2026 21:40,Offered,Accepted,05/04/2026 10:00,
M2,B,06/05/2026 01:40,Offered,Declined,,x
M4,C,14/06/2026 08:00,Not offered,,,x
M5,C,15/06/2026 08:00,Not offered,,,x
M6,D,16/06/2026 08:00,Offered,Accepted,17/06/2026 09:00,
M7,D,18/06/2026 08:00,Offered,Declined,,x
"""
HEALTH = """Patient ID;Referral ID;Date referral received;Referrer type;Referral accepted date;First assessment;1st treatment;GP
P1;R1;03/04/2026;GP;09/04/2026;;;x
P2;R2;05/04/2026;School nurse;;;;x
P3;R3;07/04/2026;Social care;09/04/2026;12/05/2026;;y
P4;R4;08/04/2026;GP;09/04/2026;;;x
P5;R5;09/04/2026;School nurse;09/04/2026;;;x
P6;R6;09/04/2026;Social care;09/04/2026;;;x
"""
NAMES = ("uokkafeather", "umbatina", "ademelona", "zyzx", "Quoll", "Bilby", "QZ1 2CD")


def table_of(content: str | bytes) -> OwnTable:
    found = own_table(Opened(content if isinstance(content, bytes) else content.encode()))
    assert found is not None
    return found


def proposed(content: str | bytes, *sends: str, **said: Any) -> OwnProposal:
    found = propose_own(look(table_of(content)), sends, **said)
    assert found is not None
    return found


def headings(found: OwnProposal) -> dict[str, tuple[str, ...]]:
    """What each of our columns is proposed to be made of."""
    return {each.field: each.headings for each in found.fields if each.headings}


def meanings(found: OwnProposal) -> dict[str, dict[str, str]]:
    """What the sender's words are proposed to mean, by column."""
    said: dict[str, dict[str, str]] = {}
    for each in found.words:
        said.setdefault(each.field, {})[each.word] = each.means
    return said


def columns(found: Understood | None) -> dict[str, tuple[str, ...]]:
    assert found is not None
    return dict(found.columns)
