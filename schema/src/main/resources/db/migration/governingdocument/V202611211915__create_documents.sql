create schema governingdocument;

-- A governing document through all its editions.
create table governingdocument.document (
  tenant_id       uuid not null,
  id              uuid not null,
  title           text not null check (title <> ''),
  level           text not null check (level in
    ('policy', 'provision', 'guideline', 'rule', 'instruction', 'routine')),
  -- the role that answers for the text, and the person who does today
  owner_role      text not null,
  owner_person_id uuid,
  parent_id       uuid check (parent_id <> id),
  -- for whom it holds: null is the whole tenant
  legal_entity_id uuid,
  body_id         uuid,
  revision_rule   text not null check (revision_rule in ('each-term', 'every-years', 'by-hand')),
  revision_years  integer check (revision_years between 1 and 20),
  -- months after a new term has begun within which the revision shall be decided
  revision_months integer not null default 6 check (revision_months between 0 and 24),
  created_at      timestamptz not null,
  version         integer not null default 0,
  primary key (tenant_id, id),
  check ((revision_rule = 'every-years') = (revision_years is not null)),
  foreign key (tenant_id, parent_id) references governingdocument.document,
  foreign key (tenant_id, legal_entity_id) references organisation.legal_entity,
  foreign key (tenant_id, body_id) references organisation.body,
  foreign key (tenant_id, owner_person_id) references organisation.person
);
call kernel.wall('governingdocument.document');

-- One text of a document: imported, and adopted or not. An adopted text is never changed.
create table governingdocument.edition (
  tenant_id    uuid not null,
  id           uuid not null,
  document_id  uuid not null,
  number       integer not null check (number > 0),
  source_name  text not null default '',
  source_text  text not null,
  from_day     date,
  to_day       date check (to_day >= from_day),
  adopted_day  date,
  adopted_by   uuid,
  revision_day date,
  replaced_by  uuid,
  created_at   timestamptz not null,
  version      integer not null default 0,
  primary key (tenant_id, id),
  unique (tenant_id, document_id, number),
  check ((adopted_day is null) = (from_day is null) and (adopted_day is null) = (adopted_by is null)),
  foreign key (tenant_id, document_id) references governingdocument.document,
  foreign key (tenant_id, adopted_by) references organisation.body,
  foreign key (tenant_id, replaced_by) references governingdocument.edition
);
call kernel.wall('governingdocument.edition');

-- The way to a decision: drafting committee, board, council. The last step adopts.
create table governingdocument.decision_step (
  tenant_id  uuid not null,
  edition_id uuid not null,
  position   integer not null,
  body_id    uuid not null,
  day        date not null,
  paragraph  text not null check (paragraph <> ''),
  reference  text not null default '',
  primary key (tenant_id, edition_id, position),
  foreign key (tenant_id, edition_id) references governingdocument.edition,
  foreign key (tenant_id, body_id) references organisation.body
);
call kernel.wall('governingdocument.decision_step');

create table governingdocument.section (
  tenant_id  uuid not null,
  edition_id uuid not null,
  position   integer not null,
  number     text not null,
  title      text not null,
  depth      integer not null check (depth > 0),
  primary key (tenant_id, edition_id, position),
  foreign key (tenant_id, edition_id) references governingdocument.edition
);
call kernel.wall('governingdocument.section');

-- Every sentence and item of an edition in reading order: what demands, and what is context. No word is lost.
create table governingdocument.clause (
  tenant_id  uuid not null,
  edition_id uuid not null,
  position   integer not null,
  section    integer not null,
  -- the same from edition to edition while the words stand: bindings hang on it
  clause_id  uuid not null,
  form       text not null check (form in ('SENTENCE', 'LEAD_IN', 'ITEM', 'ITEM_SENTENCE', 'CONTENTS')),
  item_level integer not null,
  marker     text not null,
  paragraph  integer not null,
  text       text not null check (text <> ''),
  lead_in    text not null default '',
  kind       text not null check (kind in ('DEMAND', 'ROLE_DUTY', 'PERMISSION', 'DEFINITION', 'CONTEXT')),
  strength   text not null check (strength in ('SHALL', 'SHOULD', 'MAY', 'MUST_NOT', 'NONE')),
  role       text not null default '',
  cadence    text not null default '',
  recipients text[] not null default '{}',
  review     text not null default 'PROPOSED' check (review in ('PROPOSED', 'ACCEPTED', 'EDITED')),
  version    integer not null default 0,
  primary key (tenant_id, edition_id, position),
  unique (tenant_id, edition_id, clause_id),
  foreign key (tenant_id, edition_id, section) references governingdocument.section
);
create index on governingdocument.clause (tenant_id, clause_id);
call kernel.wall('governingdocument.clause');

-- Which figures tell whether a clause is kept: at or above the target it is, at or above the lower bound it is at risk.
create table governingdocument.clause_binding (
  tenant_id   uuid not null,
  document_id uuid not null,
  clause_id   uuid not null,
  indicator   text not null,
  target      integer not null check (target between 1 and 100),
  at_risk     integer not null check (at_risk between 0 and target),
  primary key (tenant_id, clause_id, indicator),
  foreign key (tenant_id, document_id) references governingdocument.document
);
create index on governingdocument.clause_binding (tenant_id, document_id);
call kernel.wall('governingdocument.clause_binding');
