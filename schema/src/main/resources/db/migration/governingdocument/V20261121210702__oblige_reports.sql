-- What a clause that demands reports says of them: to whom, how often, the first time, and how long before the meeting.
create table governingdocument.report_duty (
  tenant_id    uuid not null,
  clause_id    uuid not null,
  document_id  uuid not null,
  -- every body of these kinds
  kinds        text[] not null default '{}' check (kinds <@ array
    ['council', 'executive_board', 'board', 'company_board', 'guardian', 'auditors', 'directorate', 'management_group']),
  -- null is each term of office
  every_months integer check (every_months between 1 and 120),
  -- null is 1 February after the document came into force
  first_due    date,
  -- days before the recipient's meeting; null is the meeting's own day for papers
  lead_days    integer check (lead_days between 0 and 365),
  primary key (tenant_id, clause_id),
  foreign key (tenant_id, document_id) references governingdocument.document
);
create index on governingdocument.report_duty (tenant_id, document_id);
call kernel.wall('governingdocument.report_duty');

-- Bodies named one by one.
create table governingdocument.report_duty_body (
  tenant_id uuid not null,
  clause_id uuid not null,
  body_id   uuid not null,
  primary key (tenant_id, clause_id, body_id),
  foreign key (tenant_id, clause_id) references governingdocument.report_duty on delete cascade,
  foreign key (tenant_id, body_id) references organisation.body
);
call kernel.wall('governingdocument.report_duty_body');
