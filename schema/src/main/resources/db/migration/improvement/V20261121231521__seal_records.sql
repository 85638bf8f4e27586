-- What was written about a record that may be security-protected is out of everybody's sight: no list, figure, search,
-- letter or nightly job finds it, and nothing is erased. The wall does it in one place, so that no statement can forget.
alter table improvement.action add column sealed boolean not null default false;
alter table improvement.finding add column sealed boolean not null default false;
create policy out_of_sight on improvement.action as restrictive
  using (not sealed or current_setting('improvement.sealed', true) = 'shown');
create policy out_of_sight on improvement.finding as restrictive
  using (not sealed or current_setting('improvement.sealed', true) = 'shown');
