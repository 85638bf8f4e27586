create schema incident;

-- Words that cases are sorted by, shipped with Tillit: kinds (also those that have nothing to do with IT) and causes.
-- Their names are the messages incident.kind.<key> and incident.cause.<key>; a tenant adds its own in incident.term.
create table incident.shipped_term (
  list           text not null check (list in ('kind', 'cause')),
  key            text not null check (key ~ '^[a-z][a-z-]{0,39}$'),
  position       integer not null,
  secrecy_ground text references asset.secrecy_ground,
  primary key (list, key)
);

insert into incident.shipped_term (list, key, position, secrecy_ground) values
  ('kind', 'wrong-recipient',   10, null),
  ('kind', 'lost-paper',        20, null),
  ('kind', 'lost-device',       30, null),
  ('kind', 'overheard',         40, null),
  ('kind', 'published',         50, null),
  ('kind', 'unauthorised',      60, '18-8b'),
  ('kind', 'phishing',          70, '18-8b'),
  ('kind', 'malware',           80, '18-8b'),
  ('kind', 'intrusion',         90, '18-8b'),
  ('kind', 'overload',         100, '18-8b'),
  ('kind', 'outage',           110, '18-8b'),
  ('kind', 'lost-information', 120, '18-8b'),
  ('kind', 'wrong-information', 130, '18-8b'),
  ('kind', 'supplier',         140, '18-8b'),
  ('kind', 'premises',         150, '18-8'),
  ('kind', 'vulnerability',    160, '18-8b'),
  ('kind', 'deviation',        170, null),
  ('kind', 'other',            900, null),
  ('cause', 'mistake',          10, null),
  ('cause', 'routine-missing',  20, null),
  ('cause', 'routine-not-kept', 30, null),
  ('cause', 'knowledge',        40, null),
  ('cause', 'staffing',         50, null),
  ('cause', 'technical-fault',  60, null),
  ('cause', 'change',           70, null),
  ('cause', 'authorisation',    80, null),
  ('cause', 'supplier',         90, null),
  ('cause', 'attack',          100, null),
  ('cause', 'crime-inside',    110, null),
  ('cause', 'nature',          120, null),
  ('cause', 'unknown',         900, null);

-- What a tenant has added to those lists, or changed in them: another name, another ground for secrecy, out of use.
create table incident.term (
  tenant_id      uuid not null,
  list           text not null check (list in ('kind', 'cause')),
  key            text not null check (key ~ '^[a-z][a-z-]{0,39}$'),
  name           text not null default '',
  position       integer not null default 500,
  secrecy_ground text references asset.secrecy_ground,
  hidden         boolean not null default false,
  primary key (tenant_id, list, key)
);
call kernel.wall('incident.term');

-- How reports are taken, one row a tenant; without one the defaults stand.
create table incident.configuration (
  tenant_id         uuid not null,
  anonymous_allowed boolean not null default false,
  -- whether the data protection officer gets a report at once, or when a handler has looked at it
  officer_directly  boolean not null default true,
  diary_demanded    boolean not null default false,
  default_ground    text references asset.secrecy_ground,
  size_limit        integer not null default 20971520 check (size_limit between 1048576 and 62914560),
  version           integer not null default 0,
  primary key (tenant_id)
);
call kernel.wall('incident.configuration');

-- Who gets a report: those who hold a role, or one person; for one body or all, one kind or all, with or without personal data.
create table incident.route (
  tenant_id     uuid not null,
  id            uuid not null,
  body_id       uuid,
  kind          text,
  personal_data boolean,
  role          text,
  person_id     uuid,
  primary key (tenant_id, id),
  check (num_nonnulls(role, person_id) = 1),
  foreign key (tenant_id, body_id) references organisation.body,
  foreign key (tenant_id, person_id) references organisation.person
);
call kernel.wall('incident.route');

-- The last number of each year, so that a case is called 2026-0042.
create table incident.reference_counter (
  tenant_id uuid not null,
  year      integer not null,
  last      integer not null,
  primary key (tenant_id, year)
);
call kernel.wall('incident.reference_counter');

-- An event that has or could have harmed information, in any form; a near miss and a weakness too.
create table incident.incident (
  tenant_id           uuid not null,
  id                  uuid not null,
  reference           text not null,
  title               text not null default '',
  happening           text not null default '',
  -- which information or system, in the reporter's own words
  about               text not null default '',
  kind                text,
  certainty           text not null check (certainty in ('KNOWN', 'SUSPECTED', 'RISK')),
  occurred_at         timestamptz,
  noticed_at          timestamptz,
  aware_at            timestamptz,
  contained_at        timestamptz,
  handled_at          timestamptz,
  closed_at           timestamptz,
  reported_at         timestamptz not null,
  reporter_person_id  uuid,
  anonymous           boolean not null default false,
  unit_id             uuid,
  body_id             uuid,
  legal_entity_id     uuid,
  handler_person_id   uuid,
  -- a level of the adopted classification model; none until assessed
  severity            smallint,
  severity_of         smallint,
  severity_label      text not null default '',
  severity_motive     text not null default '',
  state               text not null default 'REPORTED' check (state in ('REPORTED', 'TRIAGED', 'HANDLED', 'CLOSED')),
  open                boolean not null generated always as (state <> 'CLOSED') stored,
  -- not NO: content is refused, or hidden from everybody (säkerhetsskyddslagen 2018:585)
  security_protection text not null default 'NO' check (security_protection in ('NO', 'SUSPECTED', 'YES')),
  security_note       text not null default '',
  secrecy_ground      text references asset.secrecy_ground,
  personal_data       text not null default 'UNKNOWN' check (personal_data in ('YES', 'NO', 'UNKNOWN')),
  persons_affected    integer check (persons_affected >= 0),
  records_affected    integer check (records_affected >= 0),
  containment         text not null default '',
  recovery            text not null default '',
  cause               text,
  cause_text          text not null default '',
  lessons             text not null default '',
  crime_suspected     boolean not null default false,
  crisis_management   boolean not null default false,
  diary_number        text not null default '',
  duplicate_of        uuid,
  exercise_id         uuid,
  version             integer not null default 0,
  primary key (tenant_id, id),
  unique (tenant_id, reference),
  check (not anonymous or reporter_person_id is null),
  check ((state = 'CLOSED') = (closed_at is not null)),
  check (security_protection <> 'YES' or (title = '' and happening = '' and about = '')),
  check (duplicate_of <> id),
  foreign key (tenant_id, reporter_person_id) references organisation.person,
  foreign key (tenant_id, unit_id) references organisation.unit,
  foreign key (tenant_id, body_id) references organisation.body,
  foreign key (tenant_id, legal_entity_id) references organisation.legal_entity,
  foreign key (tenant_id, handler_person_id) references organisation.person,
  foreign key (tenant_id, duplicate_of) references incident.incident
);
call kernel.wall('incident.incident');

-- The queue reads these alone: what it filters by stands beside what it sorts by.
create index incident_by_report on incident.incident (tenant_id, open, reported_at, id)
  include (unit_id, body_id, state, kind, handler_person_id, severity, personal_data, security_protection);
create index incident_by_body on incident.incident (tenant_id, body_id, open, reported_at, id);
create index incident_by_handler on incident.incident (tenant_id, handler_person_id, open, reported_at, id)
  where handler_person_id is not null;
create index incident_by_reporter on incident.incident (tenant_id, reporter_person_id, reported_at)
  where reporter_person_id is not null;
create index incident_by_severity on incident.incident (tenant_id, open, coalesce(severity, -1::smallint), id);
create index incident_by_noticing on incident.incident (tenant_id, noticed_at);
create index incident_by_original on incident.incident (tenant_id, duplicate_of) where duplicate_of is not null;

-- Each press of a button that makes something, once: a form sent twice and a call repeated give the same record.
create table incident.request_key (
  tenant_id uuid not null,
  key       text not null,
  record_id uuid not null,
  made_at   timestamptz not null,
  primary key (tenant_id, key)
);
create index on incident.request_key (tenant_id, made_at);
call kernel.wall('incident.request_key');

create table incident.affected_body (
  tenant_id   uuid not null,
  incident_id uuid not null,
  body_id     uuid not null,
  primary key (tenant_id, incident_id, body_id),
  foreign key (tenant_id, incident_id) references incident.incident on delete cascade,
  foreign key (tenant_id, body_id) references organisation.body
);
create index on incident.affected_body (tenant_id, body_id);
call kernel.wall('incident.affected_body');

create table incident.affected_legal_entity (
  tenant_id       uuid not null,
  incident_id     uuid not null,
  legal_entity_id uuid not null,
  primary key (tenant_id, incident_id, legal_entity_id),
  foreign key (tenant_id, incident_id) references incident.incident on delete cascade,
  foreign key (tenant_id, legal_entity_id) references organisation.legal_entity
);
call kernel.wall('incident.affected_legal_entity');

create table incident.affected_asset (
  tenant_id   uuid not null,
  incident_id uuid not null,
  asset_id    uuid not null,
  primary key (tenant_id, incident_id, asset_id),
  foreign key (tenant_id, incident_id) references incident.incident on delete cascade,
  foreign key (tenant_id, asset_id) references asset.information_asset
);
create index on incident.affected_asset (tenant_id, asset_id);
call kernel.wall('incident.affected_asset');

create table incident.affected_carrier (
  tenant_id   uuid not null,
  incident_id uuid not null,
  carrier_id  uuid not null,
  primary key (tenant_id, incident_id, carrier_id),
  foreign key (tenant_id, incident_id) references incident.incident on delete cascade,
  foreign key (tenant_id, carrier_id) references asset.carrier
);
create index on incident.affected_carrier (tenant_id, carrier_id);
call kernel.wall('incident.affected_carrier');

-- How grave the consequence was in each category of the classification model.
create table incident.consequence (
  tenant_id     uuid not null,
  incident_id   uuid not null,
  category      text not null,
  category_name text not null,
  level         smallint not null check (level >= 0),
  primary key (tenant_id, incident_id, category),
  foreign key (tenant_id, incident_id) references incident.incident on delete cascade
);
call kernel.wall('incident.consequence');

-- What happened and when; rows are only added. Those that Tillit writes are automatic.
create table incident.event (
  tenant_id   uuid not null,
  id          uuid not null,
  incident_id uuid not null,
  at          timestamptz not null,
  recorded_at timestamptz not null,
  kind        text not null check (kind ~ '^[a-z][a-z-]{0,39}$'),
  text        text not null default '',
  person_id   uuid,
  name        text not null,
  automatic   boolean not null default false,
  primary key (tenant_id, id),
  foreign key (tenant_id, incident_id) references incident.incident on delete cascade
);
create index on incident.event (tenant_id, incident_id, at, id);
call kernel.wall('incident.event');

-- Decisions with who decided, by which delegation, and why; rows are only added.
create table incident.decision (
  tenant_id        uuid not null,
  id               uuid not null,
  incident_id      uuid not null,
  kind             text not null check (kind ~ '^[a-z][a-z-]{0,39}$'),
  text             text not null check (text <> ''),
  motive           text not null check (motive <> ''),
  decided_at       timestamptz not null,
  decided_by       uuid,
  decider          text not null,
  delegation_point text not null default '',
  body_id          uuid,
  recorded_at      timestamptz not null,
  recorded_by      text not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, incident_id) references incident.incident on delete cascade,
  foreign key (tenant_id, decided_by) references organisation.person,
  foreign key (tenant_id, body_id) references organisation.body
);
create index on incident.decision (tenant_id, incident_id, decided_at, id);
create index on incident.decision (tenant_id, body_id, decided_at);
call kernel.wall('incident.decision');

-- A photo or file with its hash. Before the report is sent it hangs on the form's key alone.
create table incident.attachment (
  tenant_id        uuid not null,
  id               uuid not null,
  incident_id      uuid,
  form_key         text,
  name             text not null check (name <> ''),
  media_type       text not null,
  size             bigint not null check (size > 0),
  sha256           bytea not null check (length(sha256) = 32),
  location_removed boolean not null default false,
  added_at         timestamptz not null,
  added_by         text not null,
  primary key (tenant_id, id),
  check (num_nonnulls(incident_id, form_key) >= 1),
  foreign key (tenant_id, incident_id) references incident.incident on delete cascade
);
create index on incident.attachment (tenant_id, incident_id);
create index on incident.attachment (tenant_id, form_key) where incident_id is null;
call kernel.wall('incident.attachment');

create table incident.attachment_chunk (
  tenant_id     uuid not null,
  attachment_id uuid not null,
  position      integer not null,
  content       bytea not null,
  primary key (tenant_id, attachment_id, position),
  foreign key (tenant_id, attachment_id) references incident.attachment on delete cascade
);
call kernel.wall('incident.attachment_chunk');

create table incident.relation (
  tenant_id   uuid not null,
  incident_id uuid not null,
  other_id    uuid not null check (other_id <> incident_id),
  kind        text not null check (kind in ('related', 'same-cause')),
  primary key (tenant_id, incident_id, other_id),
  foreign key (tenant_id, incident_id) references incident.incident on delete cascade,
  foreign key (tenant_id, other_id) references incident.incident on delete cascade
);
create index on incident.relation (tenant_id, other_id);
call kernel.wall('incident.relation');

-- The words of a case, so that the queue finds it and likely duplicates show; none of one that is quarantined.
create table incident.word (
  tenant_id   uuid not null,
  word        text collate "C" not null,
  incident_id uuid not null,
  primary key (tenant_id, word, incident_id),
  foreign key (tenant_id, incident_id) references incident.incident on delete cascade
);
create index on incident.word (tenant_id, incident_id);
call kernel.wall('incident.word');

create function incident.keep_new_words() returns trigger
  language plpgsql
  as $$
  begin
    insert into incident.word (tenant_id, word, incident_id)
    select a.tenant_id, w, a.id
    from incident_after a
    cross join lateral asset.words(a.reference || ' ' || a.title || ' ' || a.happening || ' ' || a.about) w
    where a.security_protection = 'NO';
    return null;
  end
  $$;

create trigger words_of_new after insert on incident.incident
  referencing new table as incident_after for each statement execute function incident.keep_new_words();

create function incident.keep_changed_words() returns trigger
  language plpgsql
  as $$
  begin
    delete from incident.word w using incident_before b, incident_after a
    where a.tenant_id = b.tenant_id and a.id = b.id
      and (a.title, a.happening, a.about, a.security_protection)
          is distinct from (b.title, b.happening, b.about, b.security_protection)
      and w.tenant_id = a.tenant_id and w.incident_id = a.id;
    insert into incident.word (tenant_id, word, incident_id)
    select a.tenant_id, w, a.id
    from incident_before b
    join incident_after a on a.tenant_id = b.tenant_id and a.id = b.id
    cross join lateral asset.words(a.reference || ' ' || a.title || ' ' || a.happening || ' ' || a.about) w
    where a.security_protection = 'NO'
      and (a.title, a.happening, a.about, a.security_protection)
          is distinct from (b.title, b.happening, b.about, b.security_protection);
    return null;
  end
  $$;

create trigger words_of_changed after update on incident.incident
  referencing old table as incident_before new table as incident_after
  for each statement execute function incident.keep_changed_words();
