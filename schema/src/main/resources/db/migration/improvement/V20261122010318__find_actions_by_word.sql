-- The words of an action's title, so that text is found by the beginning of any word: behind the wall only equality and
-- order use an index.
create table improvement.action_word (
  tenant_id uuid not null,
  word      text collate "C" not null,
  action_id uuid not null,
  primary key (tenant_id, word, action_id),
  foreign key (tenant_id, action_id) references improvement.action on delete cascade
);
create index on improvement.action_word (tenant_id, action_id, word);
call kernel.wall('improvement.action_word');

create function improvement.keep_new_words() returns trigger
  language plpgsql
  as $$
  begin
    insert into improvement.action_word (tenant_id, word, action_id)
    select distinct a.tenant_id, left(w, 60), a.id
    from action_after a cross join lateral search.words(a.title) w;
    return null;
  end
  $$;

create trigger words_of_new after insert on improvement.action
  referencing new table as action_after for each statement execute function improvement.keep_new_words();

create function improvement.keep_changed_words() returns trigger
  language plpgsql
  as $$
  begin
    delete from improvement.action_word w using action_before b, action_after a
    where a.tenant_id = b.tenant_id and a.id = b.id and a.title <> b.title
      and w.tenant_id = a.tenant_id and w.action_id = a.id;
    insert into improvement.action_word (tenant_id, word, action_id)
    select distinct a.tenant_id, left(w, 60), a.id
    from action_before b
    join action_after a on a.tenant_id = b.tenant_id and a.id = b.id and a.title <> b.title
    cross join lateral search.words(a.title) w;
    return null;
  end
  $$;

create trigger words_of_changed after update on improvement.action
  referencing old table as action_before new table as action_after
  for each statement execute function improvement.keep_changed_words();

-- The words of the actions that there are, each tenant's within its own wall, and also of those that are out of sight.
do $$
declare
  town uuid;
begin
  perform set_config('improvement.sealed', 'shown', true);
  for town in select id from identity.tenant loop
    perform set_config('tillit.tenant', town::text, true);
    insert into improvement.action_word (tenant_id, word, action_id)
    select distinct a.tenant_id, left(w, 60), a.id
    from improvement.action a cross join lateral search.words(a.title) w;
  end loop;
  perform set_config('tillit.tenant', '', true);
  perform set_config('improvement.sealed', '', true);
end
$$;
