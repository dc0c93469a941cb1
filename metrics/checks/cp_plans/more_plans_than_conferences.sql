/*
field    = "start_date"
severity = "warning"
sentence = """
From {first} to {last} {plans} plans started and {conferences} conferences were held. Check: each plan starts at a conference.
"""
source   = "DfE children in need census, rule 2883"
reads    = ["section_47_enquiries"]
*/
with started as (
    select count(*) as plans
    from rows
    cross join covered
    where rows.start_date between covered.first_day and covered.last_day
),

held_then as (
    select count(*) as conferences
    from section_47_enquiries as enquiry
    cross join covered
    where enquiry.conference_date between covered.first_day and covered.last_day
)

select
    null as row_number,
    strftime(covered.first_day, '%d/%m/%Y') as first,
    strftime(covered.last_day, '%d/%m/%Y') as last,
    started.plans,
    held_then.conferences
from covered
cross join started
cross join held_then
where started.plans > held_then.conferences
