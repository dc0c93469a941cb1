/* What was said when a file was taken, and files that were refused; which settled figures a file restated, and why.
   Counts only: nothing about any child. */

alter table submissions add column note varchar default '';
alter table submissions add column reason varchar default '';
alter table submissions add column rows_faulty integer;

create table refused_files (
    agency varchar not null,
    refused_at timestamp not null,
    refused_by varchar not null,
    format varchar not null,
    content_hash varchar not null,
    datasets varchar not null,
    rows_read integer not null,
    rows_faulty integer not null,
    note varchar not null
);

create table restated_figures (
    submission_id integer not null,
    indicator varchar not null,
    period varchar not null,
    unit varchar not null,
    value_before double,
    numerator_before double,
    denominator_before double,
    value_after double,
    numerator_after double,
    denominator_after double,
    shown varchar not null
);
