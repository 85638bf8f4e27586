create schema kernel;

-- The tenant of this transaction. Raises an error when none is set: the wall fails closed.
create function kernel.current_tenant() returns uuid
  language sql stable parallel safe
  return current_setting('tillit.tenant')::uuid;

-- The day it is in Sweden, as the application's clock says; the server's own clock when nobody says.
create function kernel.today() returns date
  language sql stable parallel safe
  return coalesce(
    nullif(current_setting('tillit.today', true), '')::date,
    (now() at time zone 'Europe/Stockholm')::date);

-- Forces row-level security on a table, for its owner too.
create procedure kernel.wall(wanted regclass)
  language plpgsql
  as $$
  begin
    execute format('alter table %s enable row level security', wanted);
    execute format('alter table %s force row level security', wanted);
    execute format(
      'create policy tenant_wall on %s using (tenant_id = kernel.current_tenant())', wanted);
  end
  $$;
