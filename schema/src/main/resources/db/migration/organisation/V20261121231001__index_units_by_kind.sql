-- The uppermost units of a municipality by name, for the choices of every list, without sorting all.
create index unit_period_by_kind on organisation.unit_period (tenant_id, kind, name);
