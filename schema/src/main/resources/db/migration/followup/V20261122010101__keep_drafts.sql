-- A draft keeps what was gathered for it, and when, until somebody asks for the figures anew.
alter table followup.report
  add column gathered_at timestamptz,
  drop constraint report_check,
  add constraint report_frozen_check check (
    (state = 'draft') = (frozen_at is null) and (frozen_at is null or facts is not null)) not valid,
  add constraint report_gathered_check check (gathered_at is null or facts is not null) not valid;
alter table followup.report validate constraint report_frozen_check;
alter table followup.report validate constraint report_gathered_check;

-- A report and its letter as files, written once for all who fetch them. The mark says of what words and figures.
create table followup.report_file (
  tenant_id uuid not null,
  report_id uuid not null,
  name      text not null check (name in ('report.pdf', 'report.docx', 'letter.pdf', 'letter.docx')),
  mark      text not null,
  content   bytea not null,
  primary key (tenant_id, report_id, name),
  foreign key (tenant_id, report_id) references followup.report
);
call kernel.wall('followup.report_file');
