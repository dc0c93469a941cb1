/* What an agency has begun to fill in and not yet sent: figures and reasons, nothing about any child. */

create table drafts (
    agency varchar not null,
    period varchar not null,
    saved_at timestamp not null,
    content varchar not null,
    primary key (agency, period)
);
