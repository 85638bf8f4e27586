-- The organisation as it is today (kernel.today()). These views are the module's contract; its tables are not.

create or replace view organisation.current_unit with (security_invoker = true) as
select p.tenant_id, p.unit_id, p.name, p.kind, p.parent_id, p.body_id
from organisation.unit_period p
where p.from_day <= kernel.today() and (p.to_day is null or p.to_day >= kernel.today());

create or replace view organisation.current_unit_ancestor with (security_invoker = true) as
select a.tenant_id, a.unit_id, a.ancestor_id, a.depth
from organisation.unit_ancestor a
where a.from_day <= kernel.today() and (a.to_day is null or a.to_day >= kernel.today());

create or replace view organisation.current_assignment with (security_invoker = true) as
select a.tenant_id, a.id, a.person_id, a.kind, a.unit_id, a.body_id, a.title, a.from_day, a.to_day
from organisation.assignment a
where a.from_day <= kernel.today() and (a.to_day is null or a.to_day >= kernel.today());

-- The manager of each unit: her own, else the nearest above. Exactly one row per unit that has any.
create or replace view organisation.current_manager with (security_invoker = true) as
select distinct on (u.tenant_id, u.unit_id)
       u.tenant_id, u.unit_id, m.person_id, u.depth
from organisation.current_unit_ancestor u
join organisation.current_assignment m
  on m.tenant_id = u.tenant_id and m.unit_id = u.ancestor_id and m.kind = 'manager'
order by u.tenant_id, u.unit_id, u.depth, m.from_day, m.id;

create or replace view organisation.current_role_holding with (security_invoker = true) as
select r.tenant_id, r.id, r.role, r.person_id, r.legal_entity_id, r.body_id, r.unit_id, r.deputy
from organisation.role_holding r
where r.from_day <= kernel.today() and (r.to_day is null or r.to_day >= kernel.today());

create or replace view organisation.current_body with (security_invoker = true) as
select b.tenant_id, b.id as body_id, b.legal_entity_id, b.name, b.kind
from organisation.body b
where b.from_day <= kernel.today() and (b.to_day is null or b.to_day >= kernel.today());

create or replace view organisation.current_legal_entity with (security_invoker = true) as
select e.tenant_id, e.id as legal_entity_id, e.name, e.kind
from organisation.legal_entity e
where e.from_day <= kernel.today() and (e.to_day is null or e.to_day >= kernel.today());

-- People by the name to show: a protected identity shows none.
create or replace view organisation.person_name with (security_invoker = true) as
select p.tenant_id, p.id as person_id,
       case when p.protected then '' else btrim(p.given_name || ' ' || p.family_name) end as name,
       p.email, p.protected
from organisation.person p;

create or replace view organisation.published_meeting with (security_invoker = true) as
select m.tenant_id, m.id as meeting_id, m.body_id, m.day, m.papers_day
from organisation.meeting m;

create or replace view organisation.published_term with (security_invoker = true) as
select t.tenant_id, t.kind, t.from_day, t.to_day from organisation.term_of_office t;
