package se.tillit.improvement.intake;

import java.util.List;

/// The statements of the import, set-wise over all staged rows: the DSL would hide how they hang
/// together.
final class ActionStatements {

  /// The staged rows with the unit, owner and goal that they name, and the action that they are
  /// already; what a row leaves empty stays as it is.
  private static final String STAGED =
      """
      with place as (
        select word, min(unit_id::text)::uuid as unit_id, count(*) as units
        from (select lower(u.name) as word, u.unit_id from organisation.current_unit u
              union
              select lower(u.name || ' (' || p.name || ')'), u.unit_id
              from organisation.current_unit u
              join organisation.current_unit p
                on p.tenant_id = u.tenant_id and p.unit_id = u.parent_id) named
        group by word
      ), addressee as (
        select lower(email) as word, min(person_id::text)::uuid as person_id
        from organisation.person_name where email is not null group by lower(email)
      ), aim as (
        select lower(title) as word, min(id::text)::uuid as goal_id, count(*) as goals
        from improvement.goal group by lower(title)
      ), named as (
        select r.sheet_row, r.cells, r.cells[2] as unit_name, u.unit_id, coalesce(u.units, 0) as units,
               p.person_id as owner_id, g.goal_id, coalesce(g.goals, 0) as goals
        from exchange.published_row r
        left join place u on u.word = lower(r.cells[2])
        left join addressee p on p.word = lower(r.cells[9])
        left join aim g on g.word = lower(r.cells[12])
        where r.upload_id = ?
      ), known as (
        select n.*, k.id as action_id, coalesce(k.found, 0) as found
        from named n
        left join lateral (
          select min(a.id::text)::uuid as id, count(*) as found from improvement.action a
          where case when coalesce(n.cells[16], '') <> '' then a.id::text = lower(n.cells[16])
                     else lower(a.title) = lower(n.cells[1]) and a.body_id is null
                          and a.unit_id is not distinct from n.unit_id end) k on true
      ), staged as (
        select n.sheet_row, n.cells, n.unit_name, n.units, n.owner_id, n.goals, n.found, a.id as action_id,
               n.cells[1] as title, coalesce(n.unit_id, a.unit_id) as unit_id, a.body_id,
               n.cells[3]::date as due_day, coalesce(n.cells[4], a.goal, '') as goal,
               coalesce(n.cells[5], a.description, '') as description,
               lower(coalesce(n.cells[6], a.priority, 'normal')) as priority,
               coalesce(n.cells[7], a.cost, '') as cost,
               coalesce(n.cells[8]::bigint, a.cost_sek) as cost_sek,
               coalesce(n.owner_id, a.owner_id) as owner, coalesce(n.cells[10]::date, a.start_day) as start_day,
               lower(coalesce(n.cells[11], a.state, 'planned')) as state,
               coalesce(n.goal_id, a.goal_id) as goal_id, coalesce(n.cells[13], a.effect, '') as effect,
               coalesce(n.cells[14], a.evidence, '') as evidence,
               coalesce(n.cells[15]::date, a.recheck_day) as recheck_day,
               a.due_day as known_due, a.state as known_state,
               count(*) over (partition by coalesce(a.id::text, lower(n.cells[1]) || n.unit_id::text,
                                                    lower(n.cells[1]))) as twins
        from known n left join improvement.action a on a.id = n.action_id
      )
      """;

  /// Binds: upload.
  static final String PROBLEMS =
      STAGED
          + """
          select sheet_row, 2 as place, unit_name as value,
                 case when units = 0 then 'improvement.import.unit.unknown'
                      else 'improvement.import.unit.many' end as message_key
          from staged where coalesce(unit_name, '') <> '' and units <> 1
          union all
          select sheet_row, 9, cells[9], 'improvement.import.owner.unknown'
          from staged where coalesce(cells[9], '') <> '' and owner_id is null
          union all
          select sheet_row, 12, cells[12],
                 case when goals = 0 then 'improvement.import.goal.unknown'
                      else 'improvement.import.goal.many' end
          from staged where coalesce(cells[12], '') <> '' and goals <> 1
          union all
          select sheet_row, 16, cells[16], 'improvement.import.id.unknown'
          from staged where coalesce(cells[16], '') <> '' and found = 0
          union all
          select sheet_row, 1, title, 'improvement.import.many'
          from staged where coalesce(cells[16], '') = '' and found > 1
          union all
          select sheet_row, 1, title, 'improvement.import.twice'
          from staged where twins > 1
          union all
          select sheet_row, 10, start_day::text, 'improvement.action.starts-after-due'
          from staged where start_day > due_day
          union all
          select sheet_row, 3, due_day::text, 'improvement.import.due.moved'
          from staged where known_due is not null and due_day <> known_due
          union all
          select sheet_row, 11, cells[11], 'improvement.import.state.moved'
          from staged where known_state is not null and state <> known_state
          union all
          select sheet_row, 13, effect, 'improvement.import.effect.missing'
          from staged where known_state is null and state = 'confirmed' and effect = ''
          """;

  static final String CHANGES =
      STAGED
          + """
          select s.sheet_row,
                 case when a.id is null then 'new'
                      when (a.title, a.unit_id, a.goal, a.description, a.priority, a.cost, a.cost_sek, a.owner_id,
                            a.start_day, a.goal_id, a.effect, a.evidence, a.recheck_day)
                           is distinct from
                           (s.title, s.unit_id, s.goal, s.description, s.priority, s.cost, s.cost_sek, s.owner,
                            s.start_day, s.goal_id, s.effect, s.evidence, s.recheck_day)
                      then 'changed' else 'unchanged' end as change,
                 a.id as record_id, s.title as label, coalesce(s.unit_name, '') as detail
          from staged s left join improvement.action a on a.id = s.action_id
          union all
          select null, 'ended', a.id, a.title, ''
          from improvement.action a
          where ? and a.open and not exists (select from staged s where s.action_id = a.id)
          """;

  /// Binds: upload, twice.
  static final String TAKE_UP =
      STAGED
          + """
          insert into improvement.action
            (tenant_id, id, title, description, goal, unit_id, owner_id, start_day, due_day, priority, cost,
             cost_sek, state, done_day, effect, evidence, recheck_day, goal_id, created_at)
          select kernel.current_tenant(), c.record_id, s.title, s.description, s.goal, s.unit_id, s.owner,
                 s.start_day, s.due_day, s.priority, s.cost, s.cost_sek, s.state,
                 case when s.state in ('done', 'confirmed') then least(s.due_day, kernel.today()) end,
                 s.effect, s.evidence, s.recheck_day, s.goal_id, now()
          from staged s
          join exchange.published_change c
            on c.upload_id = ? and c.sheet_row = s.sheet_row and c.change = 'new'
          """;

  /// Binds: upload, twice.
  static final String CHANGE =
      STAGED
          + """
          update improvement.action a
          set title = s.title, description = s.description, goal = s.goal, unit_id = s.unit_id,
              body_id = case when s.unit_id is null then a.body_id end, owner_id = s.owner,
              start_day = s.start_day, priority = s.priority, cost = s.cost, cost_sek = s.cost_sek,
              effect = s.effect, evidence = s.evidence, recheck_day = s.recheck_day, goal_id = s.goal_id,
              version = a.version + 1
          from staged s
          join exchange.published_change c
            on c.upload_id = ? and c.sheet_row = s.sheet_row and c.change = 'changed'
          where a.id = s.action_id
          """;

  static final String DROP =
      """
      update improvement.action a
      set state = 'dropped', version = a.version + 1
      from exchange.published_change c
      where c.upload_id = ? and c.change = 'ended' and c.tenant_id = a.tenant_id and c.record_id = a.id
      """;

  /// With what leans on it: what has been said, moved, told and asked.
  static final String IMAGES =
      """
      select c.record_id,
             to_jsonb(a) || jsonb_build_object('leaning',
               (select count(*) from improvement.log_entry l
                where l.tenant_id = c.tenant_id and l.action_id = c.record_id)
               + (select count(*) from improvement.due_change d
                  where d.tenant_id = c.tenant_id and d.action_id = c.record_id)
               + (select count(*) from improvement.dependency d
                  where d.tenant_id = c.tenant_id and c.record_id in (d.action_id, d.blocker_id))
               + (select count(*) from improvement.escalation e
                  where e.tenant_id = c.tenant_id and e.action_id = c.record_id)
               + (select count(*) from improvement.answer_link l
                  where l.tenant_id = c.tenant_id and l.action_id = c.record_id))
      from exchange.published_change c
      left join improvement.action a on a.tenant_id = c.tenant_id and a.id = c.record_id
      where c.upload_id = ?
      """;

  /// Each binds the upload.
  static final List<String> UNDO =
      List.of(
          """
          update improvement.action a
          set (title, description, goal, unit_id, body_id, owner_id, start_day, priority, cost, cost_sek,
               effect, evidence, recheck_day, goal_id, state, version)
              = (b.title, b.description, b.goal, b.unit_id, b.body_id, b.owner_id, b.start_day, b.priority,
                 b.cost, b.cost_sek, b.effect, b.evidence, b.recheck_day, b.goal_id, b.state, a.version + 1)
          from exchange.published_change c,
               jsonb_populate_record(null::improvement.action, c.before) b
          where c.upload_id = ? and c.change <> 'new' and c.tenant_id = a.tenant_id
            and c.record_id = a.id
          """,
          """
          delete from improvement.action a using exchange.published_change c
          where c.upload_id = ? and c.change = 'new' and c.tenant_id = a.tenant_id
            and c.record_id = a.id
          """);

  private ActionStatements() {}
}
