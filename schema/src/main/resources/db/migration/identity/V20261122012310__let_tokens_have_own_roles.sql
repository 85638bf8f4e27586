-- A token has a shipped role or one of the tenant's own. When the own role goes, what is left of its tokens may nothing.
-- No token has one yet, and the wall lets no statement without a tenant read the roles to prove it.
alter table identity.api_token
  alter column role drop not null,
  add column own_role_id uuid,
  add check (num_nonnulls(role, own_role_id) <= 1),
  add foreign key (tenant_id, own_role_id) references identity.own_role on delete set null (own_role_id) not valid;
