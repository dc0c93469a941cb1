/*
field    = "placed_out_of_area"
severity = "warning"
sentence = """
placed_out_of_area is empty although the child was missing from care. Fill in yes or no: the episode stands in neither group.
"""
source   = "Our own"
*/
select rows.row_number
from rows
where
    rows.missing_from_care
    and rows.placed_out_of_area is null
