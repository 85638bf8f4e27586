-- A reminder of an exercise's clock comes by the exercise's time, to those who take part.
alter table incident.reminder add column exercise_id uuid;

drop index incident.untold_reminder;
create index untold_reminder on incident.reminder (tenant_id, at) where told_at is null and exercise_id is null;
create index untold_in_exercise on incident.reminder (tenant_id, exercise_id, at)
  where told_at is null and exercise_id is not null;
