/* Bundles: counts that agencies prepared from their own records, which stay with them. Of each bundle the counts, and which
   indicators were counted by which definition. Nothing about any child. */

alter table submissions add column bundle varchar default '';
alter table submissions add column prepared varchar[] default [];

create table prepared_counts (
    bundle varchar not null,
    indicator varchar not null,
    frequency varchar not null,
    period varchar not null,
    group_by varchar,
    group_value varchar,
    numerator double not null,
    denominator double not null,
    families bigint,
    not_determinable bigint
);
