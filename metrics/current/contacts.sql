/* Contacts that stand, with the agency in words. A contact with the day of a referral became one, whatever else was recorded. */
select
    hash(standing.child_id, standing.contact_date, standing.source) as contact_id,
    standing.* replace (
        case
            when standing.referral_date is not null then 'referral'
            else standing.outcome
        end as outcome
    ),
    case
        when standing.source in ('1A', '1B', '1C', '1D') then 'Family or public'
        when standing.source in ('2A', '2B') then 'Education'
        when standing.source in ('3A', '3B', '3C', '3D', '3E', '3F') then 'Health'
        when standing.source = '4' then 'Housing'
        when standing.source in ('5A', '5B', '5C') then 'Council'
        when standing.source = '5D' then 'Early help'
        when standing.source = '6' then 'Police'
        when standing.source = '7' then 'Other legal agency'
        when standing.source = '8' then 'Other'
        when standing.source = '9' then 'Anonymous'
        else 'Not recorded'
    end                                         as contact_agency
from standing
order by standing.contact_date
