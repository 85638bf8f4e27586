-- 100,000 incidents of three years, a tenth of them open, 10,000 running clocks and 300,000 actions, set-wise.
create temporary table place on commit drop as
select row_number() over (order by u.unit_id) - 1 as seat, u.unit_id, u.body_id, b.legal_entity_id
from organisation.unit_period u
join organisation.body b on b.tenant_id = u.tenant_id and b.id = u.body_id
where u.tenant_id = '$tenant';
analyze place;

insert into incident.incident (tenant_id, id, reference, title, happening, kind, certainty, noticed_at, aware_at,
    reported_at, closed_at, unit_id, body_id, legal_entity_id, handler_person_id, state, personal_data, cause, lessons)
select '$tenant', gen_random_uuid(), 'P-' || to_char(n, 'FM000000'),
       (array['Fel mottagare','Avbrott','Stulen dator','Nätfiske','Öppet skåp'])[1 + n % 5] || ' ' || n,
       'Prov ' || n,
       (array['wrong-recipient','outage','lost-device','phishing','premises'])[1 + n % 5],
       (array['KNOWN','SUSPECTED','RISK'])[1 + n % 3],
       now() - n * interval '15 minutes', now() - n * interval '15 minutes', now() - n * interval '15 minutes',
       case when n > 10000 then now() - n * interval '14 minutes' end,
       p.unit_id, p.body_id, p.legal_entity_id,
       case when n % 100 = 0 then '$person'::uuid end,
       case when n > 10000 then 'CLOSED' when n % 2 = 0 then 'TRIAGED' else 'REPORTED' end,
       case when n % 4 = 0 then 'YES' else 'NO' end,
       case when n > 10000 then 'mistake' end, case when n > 10000 then 'Prov' else '' end
from generate_series(1, 100000) n
join place p on p.seat = n % (select count(*) from place);

insert into incident.affected_body (tenant_id, incident_id, body_id)
select tenant_id, id, body_id from incident.incident
where tenant_id = '$tenant' and reference like 'P-%' and state <> 'CLOSED';

insert into incident.event (tenant_id, id, incident_id, at, recorded_at, kind, name, automatic)
select tenant_id, gen_random_uuid(), id, reported_at + interval '2 hours', reported_at + interval '2 hours', k, 'Prov', true
from incident.incident, unnest(array['reported','assessed','assigned']) k
where tenant_id = '$tenant' and reference like 'P-%';

insert into incident.clock (tenant_id, id, incident_id, regime, definition_id, body_id, name, responsible, started_at,
    declared_by, declared_at)
select i.tenant_id, gen_random_uuid(), i.id, d.code, d.id, i.body_id, d.name, 'Prov', i.aware_at, 'Prov', i.aware_at
from incident.incident i
cross join lateral (
  select id, code, name from incident.definition
  where tenant_id = '$tenant' and kind = 'regime' and code = 'gdpr-33' order by number desc limit 1) d
where i.tenant_id = '$tenant' and i.reference like 'P-%' and i.state <> 'CLOSED';

insert into incident.clock_step (tenant_id, id, clock_id, code, position, name, recipient, base_at, counts_from, due_at)
select c.tenant_id, gen_random_uuid(), c.id, 'anmalan', 1, 'Anmälan', 'imy', c.started_at, 'start',
       c.started_at + interval '72 hours'
from incident.clock c where c.tenant_id = '$tenant' and c.declared_by = 'Prov';

insert into improvement.action (tenant_id, id, title, unit_id, owner_id, due_day, priority, state, done_day, created_at)
select '$tenant', gen_random_uuid(), 'Prov ' || n, p.unit_id,
       case when n % 1000 = 0 then '$person'::uuid end,
       current_date + n % 700 - 500, (array['high','normal','low'])[1 + n % 3],
       case when n % 700 < 450 then 'done' else 'planned' end,
       case when n % 700 < 450 then current_date - 1 end, now()
from generate_series(1, 300000) n
join place p on p.seat = n % (select count(*) from place);
