/*
reads  = ["list_3"]
covers = "six_months"
cannot = "the need behind a referral, and when the case was closed"
*/
select
    referral.row_number,
    referral.place,
    referral.child_unique_id    as child_id,
    referral.date_of_birth,
    referral.referral_date,
    referral.referral_source    as source,
    referral.referral_nfa       as no_further_action
from list_3 as referral
