/* Every version of the board's choices, with who set it, why, and what it changed. Versions are numbered: two may be set within
   one tick of a clock. Rows are only ever added. */

create table board_versions (
    version integer primary key,
    set_at timestamp not null,
    set_by varchar not null,
    because varchar not null,
    content varchar not null
);

insert into board_versions
select
    row_number() over (order by set_at) as version,
    set_at,
    '' as set_by,
    '' as because,
    content
from boards;

drop table boards;

create table setting_changes (
    version integer not null,
    number integer not null,
    place varchar not null,
    what varchar not null,
    old varchar not null,
    new varchar not null,
    primary key (version, number)
);
