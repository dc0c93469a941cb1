-- Published comparators. The years a published file holds are replaced whole each time it is loaded.

create table if not exists benchmark_values (
    measure varchar not null,
    level varchar not null check (level in ('england', 'region', 'authority')),
    area_code varchar not null,        -- three digits for an authority, ONS code above
    area_name varchar not null,
    year integer not null,
    period_end date not null,
    value double,                      -- empty when status is one of the DfE's codes
    numerator double,
    denominator double,
    status varchar not null check (
        status in ('published', 'computed', 'c', 'k', 'u', 'x', 'z', 'low')
    ),
    joint_with varchar,                -- codes of the authorities that share the return
    source varchar not null,
    shipped boolean not null,          -- came with the tool, not from a file someone loaded
    loaded_at timestamp not null,
    primary key (measure, level, area_code, year)
);

create table if not exists populations (
    level varchar not null check (level in ('england', 'region', 'authority')),
    area_code varchar not null,
    area_name varchar not null,
    year integer not null,             -- mid-year: 2024 is 30 June 2024
    children integer,                  -- aged 0 to 17
    status varchar not null,
    source varchar not null,
    shipped boolean not null,
    loaded_at timestamp not null,
    primary key (level, area_code, year)
);

create table if not exists neighbours (
    model varchar not null,            -- which published list: '2021', '2025'
    area_code varchar not null,
    area_name varchar not null,
    rank integer not null,             -- 1 is the closest
    neighbour_code varchar not null,
    neighbour_name varchar,            -- empty when the list does not name it (an authority since abolished)
    closeness varchar,
    source varchar not null,
    loaded_at timestamp not null,
    primary key (model, area_code, rank)
);

create table if not exists authority_regions (
    area_code varchar primary key,     -- three digits
    region_code varchar not null,      -- ONS code, as the tables of values name it: London is Inner or Outer London there
    source varchar not null,
    loaded_at timestamp not null
);
