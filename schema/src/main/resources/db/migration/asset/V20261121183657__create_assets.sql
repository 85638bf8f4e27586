create schema asset;

-- A set of information that an operation owns or handles, whatever its form.
create table asset.information_asset (
  tenant_id            uuid not null,
  id                   uuid not null,
  -- locked: suspected of holding security-protected information (säkerhetsskyddslagen); seen by the head of security only
  state                text not null default 'active' check (state in ('active', 'locked', 'retired')),
  name                 text not null check (name <> ''),
  description          text not null default '',
  information_type     text not null default '',
  forms                text[] not null
    check (cardinality(forms) > 0 and forms <@ array['digital', 'paper', 'media', 'oral']),
  unit_id              uuid not null,
  -- the owner whom the unit's manager has appointed; without one, the manager herself answers
  delegated_owner      uuid,
  personal_data        text not null default 'none'
    check (personal_data in ('none', 'ordinary', 'special', 'criminal')),
  protected_identities boolean not null default false,
  secrecy              text[] not null default '{}',
  record_plan          text not null default '',
  criticality_normal   text not null default 'medium'
    check (criticality_normal in ('low', 'medium', 'high', 'critical')),
  criticality_crisis   text not null default 'medium'
    check (criticality_crisis in ('low', 'medium', 'high', 'critical')),
  confirmed_on         date,
  confirmed_by         uuid,
  -- what the classification last settled, kept here so that the register is one statement; -1 is unclassified
  class_level          smallint not null default -1 check (class_level >= -1),
  class_of             smallint not null default 0,
  class_label          text not null default '',
  class_profile        text not null default '',
  class_until          date,
  created_at           timestamptz not null,
  changed_at           timestamptz not null,
  version              integer not null default 0,
  primary key (tenant_id, id),
  foreign key (tenant_id, unit_id) references organisation.unit,
  foreign key (tenant_id, delegated_owner) references organisation.person,
  foreign key (tenant_id, confirmed_by) references organisation.person,
  check ((class_level < 0) = (class_until is null))
);
call kernel.wall('asset.information_asset');

-- The register reads these alone: what it filters by stands in the index beside what it sorts by.
create index information_asset_by_name on asset.information_asset (tenant_id, state, name, id)
  include (unit_id, delegated_owner, forms, personal_data, class_level, class_until, confirmed_on);
create index information_asset_by_confirmation on asset.information_asset
  (tenant_id, state, coalesce(confirmed_on, '0001-01-01'::date), id)
  include (unit_id, delegated_owner, forms, personal_data, class_level, class_until, confirmed_on);
create index information_asset_by_class on asset.information_asset (tenant_id, state, class_level, id)
  include (unit_id, delegated_owner, forms, personal_data, class_until, confirmed_on);
create index information_asset_by_unit on asset.information_asset (tenant_id, unit_id, state, name, id);
create index information_asset_by_delegate on asset.information_asset (tenant_id, delegated_owner)
  where delegated_owner is not null;

-- The words of a name, so that text is found by the beginning of any word, with and without å ä ö.
create table asset.word (
  tenant_id uuid not null,
  word      text collate "C" not null,
  asset_id  uuid not null,
  primary key (tenant_id, word, asset_id),
  foreign key (tenant_id, asset_id) references asset.information_asset on delete cascade
);
create index on asset.word (tenant_id, asset_id);
call kernel.wall('asset.word');

create function asset.folded(text) returns text
  language sql immutable parallel safe
  return translate(lower($1), 'åäáàâãöóòôõøéèêëüúùûíìîïæçñ', 'aaaaaaooooooeeeeuuuuiiiiacn');

create function asset.words(text) returns setof text
  language sql immutable parallel safe
  as $$
    select distinct spelt.word
    from regexp_split_to_table(lower($1), '[^[:alnum:]]+') w,
         lateral (values (left(w, 60)), (left(asset.folded(w), 60))) spelt(word)
    where w <> ''
  $$;

create function asset.keep_new_words() returns trigger
  language plpgsql
  as $$
  begin
    insert into asset.word (tenant_id, word, asset_id)
    select a.tenant_id, w, a.id
    from asset_after a cross join lateral asset.words(a.name || ' ' || a.information_type) w;
    return null;
  end
  $$;

create trigger words_of_new after insert on asset.information_asset
  referencing new table as asset_after for each statement execute function asset.keep_new_words();

create function asset.keep_changed_words() returns trigger
  language plpgsql
  as $$
  begin
    delete from asset.word w using asset_before b, asset_after a
    where a.tenant_id = b.tenant_id and a.id = b.id
      and (a.name, a.information_type) is distinct from (b.name, b.information_type)
      and w.tenant_id = a.tenant_id and w.asset_id = a.id;
    insert into asset.word (tenant_id, word, asset_id)
    select a.tenant_id, w, a.id
    from asset_before b
    join asset_after a on a.tenant_id = b.tenant_id and a.id = b.id
    cross join lateral asset.words(a.name || ' ' || a.information_type) w
    where (a.name, a.information_type) is distinct from (b.name, b.information_type);
    return null;
  end
  $$;

create trigger words_of_changed after update on asset.information_asset
  referencing old table as asset_before new table as asset_after
  for each statement execute function asset.keep_changed_words();

-- What carries information: systems, services, places, people.
create table asset.carrier (
  tenant_id       uuid not null,
  id              uuid not null,
  state           text not null default 'active' check (state in ('active', 'retired')),
  name            text not null check (name <> ''),
  kind            text not null check (kind in ('system', 'service', 'place', 'person', 'other')),
  description     text not null default '',
  unit_id         uuid not null,
  delegated_owner uuid,
  supplier        text not null default '',
  -- what the classification last settled; -1 is not settled
  class_level     smallint not null default -1 check (class_level >= -1),
  class_of        smallint not null default 0,
  class_label     text not null default '',
  class_profile   text not null default '',
  created_at      timestamptz not null,
  changed_at      timestamptz not null,
  version         integer not null default 0,
  primary key (tenant_id, id),
  unique (tenant_id, name),
  foreign key (tenant_id, unit_id) references organisation.unit,
  foreign key (tenant_id, delegated_owner) references organisation.person
);
create index on asset.carrier (tenant_id, unit_id);
call kernel.wall('asset.carrier');

create table asset.asset_carrier (
  tenant_id  uuid not null,
  asset_id   uuid not null,
  carrier_id uuid not null,
  primary key (tenant_id, asset_id, carrier_id),
  foreign key (tenant_id, asset_id) references asset.information_asset on delete cascade,
  foreign key (tenant_id, carrier_id) references asset.carrier on delete cascade
);
create index on asset.asset_carrier (tenant_id, carrier_id);
call kernel.wall('asset.asset_carrier');

-- Information that goes from one carrier to another.
create table asset.flow (
  tenant_id    uuid not null,
  id           uuid not null,
  from_carrier uuid not null,
  to_carrier   uuid not null check (to_carrier <> from_carrier),
  note         text not null default '',
  primary key (tenant_id, id),
  unique (tenant_id, from_carrier, to_carrier),
  foreign key (tenant_id, from_carrier) references asset.carrier on delete cascade,
  foreign key (tenant_id, to_carrier) references asset.carrier on delete cascade
);
create index on asset.flow (tenant_id, to_carrier);
call kernel.wall('asset.flow');
