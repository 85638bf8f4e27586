-- Cases as figures and later modules may know them: no words of what happened, no exercise, nothing security-protected.
create or replace view incident.published_incident with (security_invoker = true) as
select i.tenant_id, i.id as incident_id, i.reference, i.kind, i.certainty, i.cause, i.severity, i.severity_of,
       i.state, i.open, i.unit_id, i.body_id, i.legal_entity_id, i.handler_person_id, i.personal_data,
       i.persons_affected, i.occurred_at, i.noticed_at, i.aware_at, i.contained_at, i.handled_at, i.reported_at,
       i.closed_at, i.crime_suspected, i.crisis_management, i.duplicate_of
from incident.incident i
where i.exercise_id is null and i.security_protection = 'NO';

-- Each kind and cause that the tenant knows: the shipped ones with the tenant's changes, and its own.
create or replace view incident.known_term with (security_invoker = true) as
select kernel.current_tenant() as tenant_id, s.list, s.key, coalesce(nullif(t.name, ''), '') as name, true as shipped,
       s.position, case when t.key is null then s.secrecy_ground else t.secrecy_ground end as secrecy_ground,
       coalesce(t.hidden, false) as hidden
from incident.shipped_term s
left join incident.term t
  on t.tenant_id = kernel.current_tenant() and t.list = s.list and t.key = s.key
union all
select t.tenant_id, t.list, t.key, t.name, false, t.position, t.secrecy_ground, t.hidden
from incident.term t
where not exists (select from incident.shipped_term s where s.list = t.list and s.key = t.key);
