/* What an agency confirmed of an extract of its own system: which dataset it is, which heading is which column, what its words
   mean, who said so and when. A confirmation is only ever added; the newest of a set of headings is in force. What headings and
   words say may be anything, a person's name included: they are kept as keyed hashes, known again and not read. */

create table own_mappings (
    agency varchar not null,
    headings varchar not null,
    dataset varchar not null,
    columns json not null,
    codes json not null,
    confirmed_at timestamp not null,
    confirmed_by varchar not null
);
