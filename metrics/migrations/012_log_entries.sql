/* What people write for a meeting: commentary, challenges, actions. Every version is kept, and none is ever changed.
   An edition knows the last entry that was written before it was frozen. */

create sequence log_entry_ids start 1;

create table log_entries (
    entry_id integer primary key default nextval('log_entry_ids'),
    kind varchar not null,
    entry_key varchar not null,
    version integer not null,
    written_at timestamp not null,
    written_by varchar not null,
    content varchar not null,
    unique (kind, entry_key, version)
);

alter table editions add column last_entry integer default 0;
