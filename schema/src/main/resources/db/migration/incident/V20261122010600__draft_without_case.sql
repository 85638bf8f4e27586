-- A clock that runs without an incident, such as a changed registration, has something to tell too.
alter table incident.draft alter column incident_id drop not null;
