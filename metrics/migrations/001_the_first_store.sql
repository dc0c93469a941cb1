/* What every store holds besides the rows of the datasets, whose tables follow from their contracts. */

create table boards (
    set_at timestamp not null,
    content varchar not null
);

create sequence submission_ids start 1;

create table submissions (
    submission_id integer primary key default nextval('submission_ids'),
    agency varchar not null,
    dataset varchar not null,
    supplied boolean not null,
    covers_from date not null,
    covers_to date not null,
    as_at date not null,
    received_at timestamp not null,
    received_by varchar not null,
    format varchar not null,
    content_hash varchar not null,
    rows_read integer not null,
    rows_kept integer not null,
    rows_blocked integer not null,
    errors integer not null,
    warnings integer not null,
    checks varchar not null
);

create table working_days (
    day date primary key,
    number integer not null
);

create table kept_counts (
    indicator varchar not null,
    frequency varchar not null,
    period varchar not null,
    first_day date not null,
    last_day date not null,
    group_by varchar,
    group_value varchar,
    numerator double not null,
    denominator double not null,
    families bigint
);

create table kept_as (
    indicator varchar primary key,
    definition varchar not null
);

create table stands_as (
    dataset varchar primary key,
    definition varchar not null
);
