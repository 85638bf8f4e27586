-- The organisation as it is today (kernel.today()). These views are the module's contract; its tables are not.

create or replace view organisation.current_unit with (security_invoker = true) as
select p.tenant_id, p.unit_id, p.name, p.kind, p.parent_id, p.body_id
from organisation.unit_period p
where p.from_day <= kernel.today() and (p.to_day is null or p.to_day >= kernel.today());

create or replace view organisation.current_unit_ancestor with (security_invoker = true) as
select a.tenant_id, a.unit_id, a.ancestor_id, a.depth
from organisation.unit_ancestor a
where a.from_day <= kernel.today() and (a.to_day is null or a.to_day >= kernel.today());

-- The units as they have stood, and what was above each, from a day to a day: figures of the past are summed by these.
create or replace view organisation.dated_unit with (security_invoker = true) as
select p.tenant_id, p.unit_id, p.from_day, p.to_day, p.name, p.parent_id, p.body_id
from organisation.unit_period p;

create or replace view organisation.dated_unit_ancestor with (security_invoker = true) as
select a.tenant_id, a.unit_id, a.ancestor_id, a.from_day, a.to_day
from organisation.unit_ancestor a;

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
select e.tenant_id, e.id as legal_entity_id, e.name, e.kind, e.organisation_number
from organisation.legal_entity e
where e.from_day <= kernel.today() and (e.to_day is null or e.to_day >= kernel.today());

-- People by the name to show: a protected identity shows none, nor where to reach her.
create or replace view organisation.person_name with (security_invoker = true) as
select p.tenant_id, p.id as person_id,
       case when p.protected then '' else btrim(p.given_name || ' ' || p.family_name) end as name,
       case when p.protected then null else p.email end as email, p.protected,
       case when p.protected then null else p.phone end as phone
from organisation.person p;

create or replace view organisation.published_meeting with (security_invoker = true) as
select m.tenant_id, m.id as meeting_id, m.body_id, m.day, m.papers_day
from organisation.meeting m;

create or replace view organisation.published_term with (security_invoker = true) as
select t.tenant_id, t.kind, t.from_day, t.to_day from organisation.term_of_office t;

-- Holders of duties who are still there: with an assignment today, or outsiders who never had one yet.
create or replace view organisation.living_holder with (security_invoker = true) as
select r.tenant_id, r.id, r.role, r.person_id, r.legal_entity_id, r.body_id, r.unit_id, r.deputy
from organisation.current_role_holding r
where exists (select from organisation.current_assignment a
              where a.tenant_id = r.tenant_id and a.person_id = r.person_id)
   or not exists (select from organisation.assignment a
                  where a.tenant_id = r.tenant_id and a.person_id = r.person_id
                    and a.from_day <= kernel.today());

-- Each duty that shall be filled, for each place that needs it, with who fills it today.
create or replace view organisation.expected_duty with (security_invoker = true) as
select e.tenant_id, e.id as expectation_id, e.role, e.per, e.needs_deputy,
       p.place_id, p.name as place_name, p.body_id, p.unit_id, h.person_id as holder_id,
       d.person_id as deputy_id
from organisation.role_expectation e
join lateral (
  select null::uuid as place_id, '' as name, null::uuid as body_id, null::uuid as unit_id,
         null::uuid as legal_entity_id
  where e.per = 'tenant'
  union all
  select l.legal_entity_id, l.name, null, null, l.legal_entity_id
  from organisation.current_legal_entity l where e.per = 'legal_entity' and l.tenant_id = e.tenant_id
  union all
  select b.body_id, b.name, b.body_id, null, b.legal_entity_id
  from organisation.current_body b
  where e.per = 'body' and b.tenant_id = e.tenant_id
    and b.kind in ('executive_board', 'board', 'company_board', 'guardian', 'directorate')
  union all
  select u.unit_id, u.name, u.body_id, u.unit_id, null
  from organisation.current_unit u
  where e.per = 'unit' and u.tenant_id = e.tenant_id and u.parent_id is null
) p on true
left join lateral (
  select l.person_id from organisation.living_holder l
  where l.tenant_id = e.tenant_id and l.role = e.role and not l.deputy
    and (e.per = 'tenant' or l.legal_entity_id = p.legal_entity_id or l.body_id = p.body_id
         or l.unit_id = p.unit_id)
  order by l.id limit 1
) h on true
left join lateral (
  select l.person_id from organisation.living_holder l
  where l.tenant_id = e.tenant_id and l.role = e.role and l.deputy
    and (e.per = 'tenant' or l.legal_entity_id = p.legal_entity_id or l.body_id = p.body_id
         or l.unit_id = p.unit_id)
  order by l.id limit 1
) d on true;
