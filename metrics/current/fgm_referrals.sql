/* Referrals for female genital mutilation that stand. */
select standing.*
from standing
order by standing.referred_on
