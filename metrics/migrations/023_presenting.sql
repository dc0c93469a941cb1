/* Where a meeting stands while it is presented: the slide on the screen, and how long each agency has spoken.
   A row is moved, not added to: it is no evidence, only the place at which a dropped screen opens again. */

create table presenting (
    meeting date primary key,
    slide varchar not null,
    version integer not null,
    turn varchar not null,
    since timestamp,
    spent varchar not null
);
