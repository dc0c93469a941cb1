/* Editions: what a board was shown for a meeting, issue by issue, and the texts by which each can be worked out again.
   Nothing in these tables is ever changed or taken away. */

create table frozen_texts (
    text_hash varchar primary key,
    compressed blob not null
);

create table editions (
    meeting date not null,
    issue integer not null,
    period varchar not null,
    frozen_at timestamp not null,
    frozen_by varchar not null,
    because varchar not null,
    last_submission integer not null,
    board_hash varchar not null,
    definitions_hash varchar not null,
    tables_hash varchar not null,
    published_hash varchar not null,
    content varchar not null,
    content_hash varchar not null,
    primary key (meeting, issue)
);
