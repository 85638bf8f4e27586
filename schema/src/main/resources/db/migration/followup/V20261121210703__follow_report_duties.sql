-- Reports follow the clauses that demand them: of several kinds, for parts of a year, and extra ones for a reason.
alter table followup.report
  -- 0 is the whole year; else which half or quarter, told by every_months
  add column part integer not null default 0 check (part between 0 and 12),
  add column every_months integer not null default 12 check (every_months between 1 and 120),
  add column reason text not null default '',
  add column subject text not null default '',
  drop constraint report_kind_check,
  add constraint report_kind_check check (kind in ('annual', 'analysis', 'data-protection', 'extra')) not valid;
alter table followup.report validate constraint report_kind_check;
drop index followup.report_once_a_period;
create unique index report_once_a_period on followup.report (tenant_id, kind, body_id, period, every_months, part)
  where kind <> 'extra';
create index report_by_period on followup.report (tenant_id, period desc, part desc, id desc);
