-- What later modules may join: classes that stand today, by aspect.

create or replace view classification.asset_class with (security_invoker = true) as
select d.tenant_id, d.asset_id, m.id as model_id, o.aspect, o.level, d.valid_until,
       d.valid_until >= kernel.today() as valid
from classification.decision d
join classification.model decided on decided.tenant_id = d.tenant_id and decided.id = d.model_id
join classification.model m
  on m.tenant_id = d.tenant_id and m.scale_id = decided.scale_id and m.state = 'adopted'
join classification.outcome o on o.tenant_id = d.tenant_id and o.decision_id = d.id
where d.state = 'settled';

-- The high-water mark: a carrier needs the highest level of what it carries, per aspect, unless raised above it.
create or replace view classification.carrier_class with (security_invoker = true) as
select c.tenant_id, c.carrier_id, m.id as model_id, a.key as aspect,
       derived.level as derived_level, derived.asset_id as because_of,
       r.level as raised_level, r.motivation as raise_motivation, r.raised_by, r.raised_at,
       greatest(derived.level, r.level) as level
from asset.current_carrier c
join classification.model m on m.tenant_id = c.tenant_id and m.state = 'adopted'
join classification.aspect a on a.tenant_id = m.tenant_id and a.model_id = m.id
left join lateral (
  select k.level, k.asset_id
  from asset.asset_on_carrier l
  join classification.asset_class k on k.tenant_id = l.tenant_id and k.asset_id = l.asset_id
  where l.tenant_id = c.tenant_id and l.carrier_id = c.carrier_id and k.aspect = a.key and k.valid
  order by k.level desc, k.asset_id
  limit 1) derived on true
left join classification.carrier_raise r
  on r.tenant_id = c.tenant_id and r.carrier_id = c.carrier_id and r.model_id = m.id and r.aspect = a.key;

-- Whether each carrier's level is settled: it carries something, and all of it has a valid class.
create or replace view classification.carrier_standing with (security_invoker = true) as
select c.tenant_id, c.carrier_id,
       count(l.asset_id) as carried,
       count(l.asset_id) filter (where s.class_until >= kernel.today()) as classified
from asset.current_carrier c
left join asset.asset_on_carrier l on l.tenant_id = c.tenant_id and l.carrier_id = c.carrier_id
left join asset.current_asset s on s.tenant_id = l.tenant_id and s.asset_id = l.asset_id
group by c.tenant_id, c.carrier_id;
