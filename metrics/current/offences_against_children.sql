/* Offences against children that stand, with the outcome in words: the Home Office's outcome types, grouped. */
select
    standing.*,
    case
        when standing.outcome_type is null then 'No outcome yet'
        when standing.outcome_type in ('1', '1A') then 'Charge or summons'
        when standing.outcome_type in ('2', '2A', '3', '3A', '6', '7', '8', '22', '23')
            then 'Caution, community resolution or diversion'
        when standing.outcome_type = '4' then 'Taken into consideration'
        when standing.outcome_type = '15' then 'Evidential difficulties, victim supports action'
        when standing.outcome_type in ('14', '16') then 'Victim does not support action'
        when standing.outcome_type = '18' then 'No suspect identified'
        when standing.outcome_type = '20' then 'Passed to another body'
        else 'Prosecution prevented or not in the public interest'
    end                                         as outcome
from standing
order by standing.recorded_on
