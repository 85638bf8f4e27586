-- What time it is in an exercise at a moment outside it: its clock begins when it starts, goes so many times faster, and stands
-- still while it is paused and when it has ended. What is no exercise has the time outside.
create or replace function incident.time_in_exercise(exercise uuid, outside timestamptz) returns timestamptz
  language sql stable
  as $$
    select coalesce(
      (select e.started_at + make_interval(secs => (e.factor * coalesce(
          (select sum(extract(epoch from least(coalesce(r.to_at, outside), outside) - r.from_at))
           from incident.exercise_run r
           where r.tenant_id = e.tenant_id and r.exercise_id = e.id and r.from_at < outside), 0))::double precision)
       from incident.exercise e
       where e.tenant_id = kernel.current_tenant() and e.id = exercise),
      outside)
  $$;
