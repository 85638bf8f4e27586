-- What is in force, from a day to a day and today. These views are the module's contract; its tables are not.

create or replace view governingdocument.dated_document with (security_invoker = true) as
select d.tenant_id, d.id as document_id, d.title, d.level, d.parent_id, d.legal_entity_id, d.body_id,
       d.owner_role, d.owner_person_id, e.id as edition_id, e.number as edition_number,
       e.from_day, e.to_day, e.adopted_day, e.adopted_by, e.revision_day,
       s.paragraph as adopted_paragraph, s.reference as adopted_reference
from governingdocument.document d
join governingdocument.edition e on e.tenant_id = d.tenant_id and e.document_id = d.id
left join lateral (
  select s.paragraph, s.reference from governingdocument.decision_step s
  where s.tenant_id = e.tenant_id and s.edition_id = e.id
  order by s.position desc limit 1) s on true
where e.from_day is not null;

create or replace view governingdocument.document_in_force with (security_invoker = true) as
select d.* from governingdocument.dated_document d
where d.from_day <= kernel.today() and (d.to_day is null or d.to_day >= kernel.today());

-- The whole text in force, demand and context, in reading order.
create or replace view governingdocument.dated_clause with (security_invoker = true) as
select c.tenant_id, d.document_id, d.title as document_title, d.level, d.edition_id,
       c.clause_id, c.position, c.section as section_position, s.number as section_number,
       s.title as section_title, s.depth as section_depth, c.form, c.item_level, c.marker, c.paragraph,
       c.text, c.lead_in, c.kind, c.strength, c.role, c.cadence, c.recipients, c.review,
       d.from_day, d.to_day
from governingdocument.dated_document d
join governingdocument.clause c on c.tenant_id = d.tenant_id and c.edition_id = d.edition_id
join governingdocument.section s
  on s.tenant_id = c.tenant_id and s.edition_id = c.edition_id and s.position = c.section;

create or replace view governingdocument.clause_in_force with (security_invoker = true) as
select c.tenant_id, c.document_id, c.document_title, c.level, c.edition_id,
       c.clause_id, c.position, c.section_position, c.section_number,
       c.section_title, c.section_depth, c.form, c.item_level, c.marker, c.paragraph,
       c.text, c.lead_in, c.kind, c.strength, c.role, c.cadence, c.recipients, c.review
from governingdocument.dated_clause c
where c.from_day <= kernel.today() and (c.to_day is null or c.to_day >= kernel.today());

create or replace view governingdocument.dated_clause_binding with (security_invoker = true) as
select b.tenant_id, b.document_id, b.clause_id, b.indicator, b.target, b.at_risk, c.from_day, c.to_day
from governingdocument.clause_binding b
join governingdocument.dated_clause c
  on c.tenant_id = b.tenant_id and c.clause_id = b.clause_id and c.document_id = b.document_id;

create or replace view governingdocument.clause_binding_in_force with (security_invoker = true) as
select b.tenant_id, b.document_id, b.clause_id, b.indicator, b.target, b.at_risk
from governingdocument.clause_binding b
join governingdocument.clause_in_force c
  on c.tenant_id = b.tenant_id and c.clause_id = b.clause_id and c.document_id = b.document_id;
