/* Missing episodes that stand, with the place the child was missing from in words, and the day on which the same child had last
gone missing before. */
select
    standing.*,
    case
        when
            standing.missing_from_care and standing.placed_out_of_area
            then 'Care, placed out of area'
        when
            standing.missing_from_care and not standing.placed_out_of_area
            then 'Care, placed in the area'
        when standing.missing_from_care then 'Care, area not recorded'
        when not standing.missing_from_care then 'Home'
        else 'Not recorded'
    end::enum(
        'Care, placed out of area',
        'Care, placed in the area',
        'Care, area not recorded',
        'Home',
        'Not recorded'
    )                                           as place,
    lag(standing.missing_from::date) over (
        partition by standing.child_id
        order by standing.missing_from, standing.episode_id
    )                                           as previous_missing_on
from standing
order by standing.missing_from
