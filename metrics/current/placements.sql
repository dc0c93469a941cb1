/* Placements that stand, with what needs the child's other placements.

A placement ends at the latest when the child's next one begins (ended_on). One that lasted less than a day is none, and short
breaks (legal status V3 or V4) are none. One with the carers of the placement before it goes on from it: both are one stay, and
no move. So does a temporary stay (T0 to T4), and the same kind of placement after it. For a placement with adopters the stay
before it counts too (settled_from). The child has had three stays or more in the twelve months up to every day before
three_until: until then the stay before the last one reaches into them. */
with lasting as (
    select
        standing.*,
        coalesce(standing.placement_type in ('T0', 'T1', 'T2', 'T3', 'T4'), false) as is_temporary
    from standing
    where
        coalesce(standing.end_date > standing.start_date, true)
        and coalesce(standing.legal_status not in ('V3', 'V4'), true)
),

in_order as (
    select
        lasting.*,
        lead(lasting.start_date) over each_child as next_start,
        lag(lasting.is_temporary) over each_child as after_temporary,
        last_value(
            case when not lasting.is_temporary then lasting.placement_type end ignore nulls
        ) over (
            partition by lasting.child_id
            order by lasting.start_date
            rows between unbounded preceding and 1 preceding
        )                                       as own_type
    from lasting
    window each_child as (
        partition by lasting.child_id
        order by lasting.start_date
    )
),

judged as (
    select
        in_order.*,
        in_order.is_temporary
        or coalesce(in_order.after_temporary and in_order.placement_type = in_order.own_type, false)
        or coalesce(
            in_order.same_carers,
            in_order.reason_for_episode in ('L', 'T', 'U'),
            in_order.placement_type in ('A3', 'A5'),
            false
        )                                       as goes_on
    from in_order
),

ended as (
    select
        judged.*,
        least(judged.end_date, judged.next_start) as ended_on
    from judged
),

following as (
    select
        ended.*,
        lag(ended.ended_on) over each_child     as last_ended_on
    from ended
    window each_child as (
        partition by ended.child_id
        order by ended.start_date
    )
),

moves as (
    select
        following.*,
        case
            when following.goes_on and following.last_ended_on = following.start_date then 0
            else 1
        end                                     as moved
    from following
),

numbered as (
    select
        moves.*,
        sum(moves.moved) over each_child        as stay
    from moves
    window each_child as (
        partition by moves.child_id
        order by moves.start_date
    )
),

stays as (
    select
        numbered.child_id,
        numbered.stay,
        min(numbered.start_date)                as began_on,
        max(numbered.ended_on)                  as ended_on
    from numbered
    group by
        numbered.child_id,
        numbered.stay
),

placed as (
    select
        numbered.*,
        case
            when
                numbered.placement_type in ('A3', 'A4', 'A5', 'A6')
                and last_stay.ended_on = numbered.start_date
                then last_stay.began_on
            else stay.began_on
        end                                     as settled_from,
        (stay_before_last.ended_on + interval 1 year)::date as three_until
    from numbered
    inner join stays as stay
        on
            stay.child_id = numbered.child_id
            and stay.stay = numbered.stay
    left join stays as last_stay
        on
            last_stay.child_id = numbered.child_id
            and last_stay.stay = numbered.stay - 1
    left join stays as stay_before_last
        on
            stay_before_last.child_id = numbered.child_id
            and stay_before_last.stay = numbered.stay - 2
)

select
    hash(placed.child_id, placed.start_date)    as placement_id,
    placed.* exclude (
        is_temporary,
        after_temporary,
        own_type,
        goes_on,
        next_start,
        last_ended_on,
        moved,
        stay
    ),
    case
        when placed.placement_type in ('A3', 'A4', 'A5', 'A6') then 'Placed for adoption'
        when placed.placement_type in ('U1', 'U2', 'U3') then 'Foster care with relative or friend'
        when placed.placement_type in ('U4', 'U5', 'U6') then 'Foster care with another carer'
        when placed.placement_type in ('K1', 'K2') then 'Children''s home'
        when placed.placement_type in ('H5', 'P2') then 'Supported or independent living'
        when placed.placement_type = 'P1' then 'With parents'
        when placed.placement_type is not null then 'Other'
    end                                         as setting,
    case
        when placed.out_of_area then 'Out of area'
        when not placed.out_of_area then 'In the area'
        else 'Not recorded'
    end                                         as place
from placed
order by placed.start_date
