create schema notification;

-- What a person has been told. Kept in no language: the key and its arguments are read as she reads.
create table notification.notice (
  tenant_id uuid not null,
  id        uuid not null,
  person_id uuid not null,
  key       text not null,
  arguments text[] not null,
  path      text not null check (path like '/%'),
  -- told once under this mark, however often it is told
  once      text,
  at        timestamptz not null,
  read_at   timestamptz,
  mailed_at timestamptz,
  primary key (tenant_id, id)
);
create unique index notice_once on notification.notice (tenant_id, person_id, once);
create index on notification.notice (tenant_id, person_id, at desc, id desc);
create index on notification.notice (tenant_id, person_id) where read_at is null;
create index on notification.notice (tenant_id, id) where mailed_at is null;
call kernel.wall('notification.notice');

-- How a person wants e-mail; no row means once a day.
create table notification.choice (
  tenant_id uuid not null,
  person_id uuid not null,
  mail      text not null check (mail in ('none', 'each', 'daily')),
  primary key (tenant_id, person_id)
);
call kernel.wall('notification.choice');

-- E-mail to send: written with what it tells, sent by the background, kept until it has gone.
create table notification.mail (
  tenant_id uuid not null,
  id        uuid not null,
  recipient text not null,
  subject   text not null,
  body      text not null,
  created_at timestamptz not null,
  attempts  integer not null default 0,
  next_at   timestamptz not null,
  sent_at   timestamptz,
  failure   text,
  primary key (tenant_id, id)
);
create index on notification.mail (tenant_id, next_at) where sent_at is null;
call kernel.wall('notification.mail');

-- The last day whose digest has been written, so that a second run or node writes none.
create table notification.digest (
  tenant_id uuid not null primary key,
  day       date not null
);
call kernel.wall('notification.digest');
