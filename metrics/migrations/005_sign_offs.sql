/* Who of an agency said of which submissions that the figures are theirs; and which reminders went out. Nothing about any child. */

create sequence sign_off_ids start 1;

create table sign_offs (
    sign_off_id integer primary key default nextval('sign_off_ids'),
    agency varchar not null,
    signed_by varchar not null,
    signed_at timestamp not null,
    note varchar not null
);

create table signed_submissions (
    sign_off_id integer not null,
    submission_id integer not null,
    primary key (sign_off_id, submission_id)
);

create table reminders (
    agency varchar not null,
    sent_at timestamp not null,
    sent_to varchar not null,
    about varchar not null
);
