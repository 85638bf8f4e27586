-- What later modules may join. Locked and retired assets are in none of these.

-- Who answers for each asset (K-4e): the one it is delegated to, as long as she works here; without a delegate
-- the unit's manager; else nobody. The steward is the one who must act when nobody answers.
-- Managers are found once for all units: joined row by row they would be found anew for each asset.
create or replace view asset.asset_owner with (security_invoker = true) as
with manager as materialized (
  select m.tenant_id, m.unit_id, m.person_id from organisation.current_manager m)
select a.tenant_id, a.id as asset_id, a.unit_id, a.name,
       case when a.delegated_owner is null then m.person_id
            when d.person_id is not null then a.delegated_owner
       end as owner_id,
       m.person_id as steward_id,
       a.delegated_owner, a.confirmed_on, a.class_until
from asset.information_asset a
left join manager m on m.tenant_id = a.tenant_id and m.unit_id = a.unit_id
left join lateral (
  select c.person_id from organisation.current_assignment c
  where c.tenant_id = a.tenant_id and c.person_id = a.delegated_owner limit 1) d on true
where a.state = 'active';

create or replace view asset.current_asset with (security_invoker = true) as
select a.tenant_id, a.id as asset_id, a.name, a.unit_id, a.forms, a.personal_data, a.secrecy,
       a.protected_identities, a.confirmed_on, a.class_level, a.class_label, a.class_profile, a.class_until,
       a.criticality_normal, a.criticality_crisis, a.information_type
from asset.information_asset a
where a.state = 'active';

create or replace view asset.current_carrier with (security_invoker = true) as
select c.tenant_id, c.id as carrier_id, c.name, c.kind, c.unit_id, c.supplier, c.class_level, c.class_label,
       c.class_profile, c.delegated_owner
from asset.carrier c
where c.state = 'active';

create or replace view asset.asset_on_carrier with (security_invoker = true) as
select l.tenant_id, l.asset_id, l.carrier_id
from asset.asset_carrier l
join asset.information_asset a on a.tenant_id = l.tenant_id and a.id = l.asset_id and a.state = 'active'
join asset.carrier c on c.tenant_id = l.tenant_id and c.id = l.carrier_id and c.state = 'active';

create or replace view asset.current_flow with (security_invoker = true) as
select f.tenant_id, f.from_carrier, f.to_carrier, f.note from asset.flow f;

create or replace view asset.ground_in_force with (security_invoker = true) as
select g.code, g.provision, g.harm_test, g.max_years, g.position
from asset.secrecy_ground g
where g.from_day <= kernel.today() and (g.to_day is null or g.to_day >= kernel.today());
