/*
field    = "lead_agency"
severity = "warning"
sentence = """
lead_agency is empty. Fill in whose worker leads it: the board looks at which agencies help.
"""
source   = "Our own"
*/
select rows.row_number
from rows
where rows.lead_agency is null
