/*
field    = "agency_kind"
severity = "warning"
sentence = """
No row has council as its agency_kind. The council makes a section 11 return like every other agency: fill in a row for it.
"""
source   = "Our own: the council is one of the agencies that section 11 of the Children Act 2004 names"
*/
select min(rows.row_number) as row_number
from rows
having not bool_or(rows.agency_kind = 'council')
