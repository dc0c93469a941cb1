/*
reads  = ["oc3"]
covers = "year"
cannot = "care leavers who were 22 or older"
*/
with young_person as (
    select
        oc3.*,
        upper(oc3.in_touch)             as touch,
        upper(oc3.activ)                as activity,
        upper(oc3.accom)                as accommodation,
        age.years,
        (day_of(oc3.dob) + to_years(age.years::integer))::date as birthday
    from oc3
    cross join range(17, 22) as age (years)
)

select
    young_person.row_number,
    young_person.place,
    young_person.child                  as child_id,
    last_day((date_trunc('quarter', young_person.birthday) + interval 2 months)::date)
        as quarter_ends,
    young_person.years                  as age,
    case
        when young_person.touch = 'YES' then 'yes'
        when young_person.touch in ('NO', 'REFU', 'NREQ') then 'no'
        else young_person.in_touch
    end                                 as in_touch,
    case
        when
            young_person.activity in ('F1', 'P1', 'F2', 'P2', 'F3', 'P3', 'F4', 'P4', 'F5', 'P5')
            then 'yes'
        when young_person.activity in ('G4', 'G5', 'G6') then 'no'
        when young_person.activity <> '0' then young_person.activ
    end                                 as in_education_or_work,
    case
        when regexp_full_match(young_person.accommodation, '[A-Z]1') then 'yes'
        when regexp_full_match(young_person.accommodation, '[A-Z]2') then 'no'
        when young_person.accommodation <> '0' then young_person.accom
    end                                 as suitable_accommodation,
    case
        when young_person.accommodation is not null
            then
                case
                    when
                        regexp_full_match(young_person.accommodation, '[GHR][12]')
                        then 'yes'
                    else 'no'
                end
    end                                 as gone_abroad
from young_person
cross join days
where
    young_person.birthday between days.covers_from and days.covers_to
    and young_person.touch not in ('DIED', 'RHOM')
