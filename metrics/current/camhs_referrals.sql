/* Referrals to CAMHS that stand, with the days to the assessment and, in words, what became of the referral.
An assessment before its referral is a slip: it has no days. */
select
    standing.*,
    case
        when standing.assessed_on >= standing.referred_on
            then standing.assessed_on - standing.referred_on
    end                                         as days_to_assessment,
    case
        when standing.accepted_on is not null then 'Accepted'
        when standing.discharged_on is not null then 'Not accepted'
        else 'Not decided yet'
    end                                         as outcome
from standing
order by standing.referred_on
