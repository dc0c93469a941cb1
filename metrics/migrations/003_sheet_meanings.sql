/* What an agency said that the names, words and headings of its sheets mean, so that it is asked once. What was written may be
   anything, a person's name included: it is kept as a keyed hash, by which it can be known again and not read. */

create table sheet_meanings (
    agency varchar not null,
    kind varchar not null,
    written varchar not null,
    means varchar not null,
    confirmed_at timestamp not null,
    primary key (agency, kind, written)
);
