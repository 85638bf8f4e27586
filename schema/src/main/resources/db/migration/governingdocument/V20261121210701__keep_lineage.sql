-- Where the clauses of an edition come from, when their words no longer stand: the bindings of those before are offered.
create table governingdocument.clause_lineage (
  tenant_id  uuid not null,
  edition_id uuid not null,
  clause_id  uuid not null,
  earlier_id uuid not null check (earlier_id <> clause_id),
  primary key (tenant_id, edition_id, clause_id, earlier_id),
  foreign key (tenant_id, edition_id, clause_id)
    references governingdocument.clause (tenant_id, edition_id, clause_id) on delete cascade
);
call kernel.wall('governingdocument.clause_lineage');

-- The document's own number in the municipality's list of governing documents, where it has one.
alter table governingdocument.document add column number text not null default '';
create unique index document_number on governingdocument.document (tenant_id, number) where number <> '';
