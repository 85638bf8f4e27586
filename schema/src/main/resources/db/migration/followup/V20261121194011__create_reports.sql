create schema followup;

-- A report to one body about one period: drafted with live figures, frozen on a day, delivered, and handled at a meeting.
create table followup.report (
  tenant_id     uuid not null,
  id            uuid not null,
  kind          text not null check (kind in ('annual', 'extra')),
  body_id       uuid not null,
  period        integer not null check (period between 2000 and 2200),
  reference     text not null default '',
  state         text not null default 'draft' check (state in ('draft', 'frozen', 'delivered', 'handled')),
  created_at    timestamptz not null,
  -- everything that the report tells, as it was on the day it was frozen: figures never change afterwards
  frozen_at     timestamptz,
  facts         text,
  delivered_day date,
  handled_day   date,
  paragraph     text,
  version       integer not null default 0,
  primary key (tenant_id, id),
  check ((state = 'draft') = (frozen_at is null) and (frozen_at is null) = (facts is null)),
  check ((state = 'handled') = (handled_day is not null) and (handled_day is null) = (paragraph is null)),
  check (handled_day >= delivered_day),
  foreign key (tenant_id, body_id) references organisation.body
);
create unique index report_once_a_period on followup.report (tenant_id, body_id, period) where kind = 'annual';
call kernel.wall('followup.report');

-- The coordinator's own words, section by section.
create table followup.report_words (
  tenant_id uuid not null,
  report_id uuid not null,
  section   text not null check (section in ('summary', 'work', 'risks', 'incidents', 'next', 'decision')),
  text      text not null,
  primary key (tenant_id, report_id, section),
  foreign key (tenant_id, report_id) references followup.report
);
call kernel.wall('followup.report_words');
