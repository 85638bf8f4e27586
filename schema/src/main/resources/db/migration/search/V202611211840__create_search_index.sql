create schema search;

-- The words of a text: small letters, accents and rings taken off, so that `Ångström` is found by `angstrom`.
create function search.words(said text) returns setof text
  language sql immutable parallel safe
  as $$
    select distinct translate(word, 'åäáàâãæçéèêëíìîïñöóòôõøúùûüýÿ', 'aaaaaaaceeeeiiiinoooooouuuuyy')
    from regexp_split_to_table(lower(said collate "sv-x-icu"), '[^[:alnum:]]+') as word
    where word <> ''
  $$;

-- What a hit shows.
create table search.entry (
  tenant_id uuid not null,
  kind      text not null,
  record_id uuid not null,
  unit_id   uuid,
  body_id   uuid,
  title     text not null,
  subtitle  text not null,
  path      text not null,
  primary key (tenant_id, kind, record_id)
);
call kernel.wall('search.entry');

-- Which records a word stands in; with what the scope needs, so that a hit is cut without a second look.
create table search.posting (
  tenant_id uuid not null,
  word      text collate "C" not null,
  kind      text not null,
  record_id uuid not null,
  weight    smallint not null,
  unit_id   uuid,
  body_id   uuid,
  primary key (tenant_id, word, kind, record_id) include (weight, unit_id, body_id)
);
create index on search.posting (tenant_id, kind, record_id);
call kernel.wall('search.posting');

-- Each word once, and its groups of three letters, for what is misspelt.
create table search.word (
  tenant_id uuid not null,
  word      text collate "C" not null,
  primary key (tenant_id, word)
);
call kernel.wall('search.word');

create table search.trigram (
  tenant_id uuid not null,
  trigram   text collate "C" not null,
  word      text collate "C" not null,
  primary key (tenant_id, trigram, word)
);
call kernel.wall('search.trigram');

-- How far in the trail each kind has been read.
create table search.progress (
  tenant_id    uuid not null,
  kind         text not null,
  trail_number bigint not null,
  primary key (tenant_id, kind)
);
call kernel.wall('search.progress');
