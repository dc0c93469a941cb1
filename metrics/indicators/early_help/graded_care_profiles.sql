/*
line      = 5
title     = "Graded care profile assessments"
short     = "graded care profiles"
asks      = "Do agencies measure neglect with the tool that was agreed?"
counts    = "Graded care profile assessments completed in the period: one for each child assessed. By agency it shows whose worker did it."
unit      = "count"
says      = "quantity"
timing    = "in_period"
better    = "monitor"
owner     = "early_help"
themes    = ["early_help", "neglect"]
numerator_is = "graded care profiles completed"
no_benchmark_because = "no national figure is published; not every area uses the tool"
breakdowns = { agency = "Agency that completed it", age_band = "Age" }
caution   = """
It counts the use of the tool and not neglect. Read it beside the plans for neglect: few profiles and many plans is the
question to ask. An agency with none may not have trained staff.
"""
source    = "Local definition. Graded Care Profile 2 (NSPCC), the assessment of neglect that boards agree on"
reviewed  = 2026-11-25
*/
select
    profile.profile_id                      as case_id,
    profile.child_id,
    profile.family_id,
    profile.completed_on                    as counts_on,
    profile.assessed_by                     as agency,
    profile.age_band
from graded_care_profiles as profile
