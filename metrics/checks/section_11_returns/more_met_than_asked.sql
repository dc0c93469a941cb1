/*
field    = "standards_met"
severity = "warning"
sentence = """
standards_met is more than standards_asked. Check both numbers.
"""
source   = "Our own: the standards met are a share of those asked"
*/
select rows.row_number
from rows
where rows.standards_met > rows.standards_asked
