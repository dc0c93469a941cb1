/*
field    = "places_attended"
severity = "warning"
sentence = """
places_attended is more than places_taken. Check both: somebody who came without a place has to be given one.
"""
source   = "Our own: attendance is a share of the places taken"
*/
select rows.row_number
from rows
where rows.places_attended > rows.places_taken
