package se.tillit.organisation.intake;

/// The set-wise statements of an import of the organisation. The DSL would hide their shape.
final class PlacesStatements {

  private PlacesStatements() {}

  /// Binds: upload.
  private static final String ROWS =
      """
      with recursive file as (
        select r.tenant_id, r.sheet_row, r.cells[1] as kind, r.cells[2] as name,
               r.cells[3] as parent, r.cells[4] as answers_to, r.cells[5] as code,
               r.cells[1] in ('legal_entity', 'municipality', 'company_entity', 'federation')
                 as is_entity,
               r.cells[1] like 'body\\_%' as is_body
        from exchange.published_row r where r.upload_id = ?
      ), entity as (
        select lower(name) as word from organisation.current_legal_entity
        union select lower(name) from file where is_entity
      ), body as (
        select lower(name) as word from organisation.current_body
        union select lower(name) from file where is_body
      ), known as (
        select u.unit_id, u.name, u.kind, u.body_id, coalesce(n.code, n.id::text) as code,
               p.name as parent, coalesce(c.code, c.id::text) as parent_code, b.name as body
        from organisation.current_unit u
        join organisation.unit n on n.tenant_id = u.tenant_id and n.id = u.unit_id
        left join organisation.current_unit p
          on p.tenant_id = u.tenant_id and p.unit_id = u.parent_id
        left join organisation.unit c on c.tenant_id = p.tenant_id and c.id = p.unit_id
        join organisation.body b on b.tenant_id = u.tenant_id and b.id = u.body_id
      ), unit as (
        select lower(name) as word from known
        union select lower(code) from known
        union select lower(name) from file where not is_entity and not is_body
        union select lower(code) from file where not is_entity and not is_body and code is not null
      )
      """;

  // What each unit lies below once the file is taken. Only a word that names one unit is followed.
  private static final String CLIMB =
      """
      , node as (
        select f.sheet_row, lower(f.name) as name, lower(f.code) as code,
               lower(coalesce(f.parent, k.parent)) as above
        from file f left join known k on lower(k.name) = lower(f.name)
        where not f.is_entity and not f.is_body
        union all
        select null, lower(k.name), lower(k.code), lower(k.parent) from known k
        where lower(k.name) not in (select lower(name) from file where not is_entity and not is_body)
      ), word as (
        select word, min(above) as above, min(sheet_row) as sheet_row
        from (select name as word, above, sheet_row from node
              union all
              select code, above, sheet_row from node where code <> name) n
        group by word having count(*) = 1
      ), climb as (
        select sheet_row as start, above from node where sheet_row is not null and above is not null
        union
        select c.start, w.above from climb c join word w on w.word = c.above
        where w.above is not null
      ), circle as (
        select distinct c.start from climb c join word w on w.word = c.above
        where w.sheet_row = c.start
      )
      """;

  static final String PROBLEMS =
      ROWS
          + CLIMB
          + """
          select sheet_row, 3, parent, 'organisation.import.entity-unknown'
          from file where is_body and lower(coalesce(parent, '')) not in (select word from entity)
            and (parent is not null or (select count(*) from entity) <> 1)
          union all
          select sheet_row, 3, parent, 'organisation.import.unit-unknown'
          from file where not is_entity and not is_body and parent is not null
            and lower(parent) not in (select word from unit)
          union all
          select sheet_row, 4, answers_to, 'organisation.import.body-unknown'
          from file where not is_entity and not is_body and answers_to is not null
            and lower(answers_to) not in (select word from body)
          union all
          select sheet_row, 4, answers_to, 'organisation.import.body-missing'
          from file where not is_entity and not is_body and answers_to is null and parent is null
            and (select count(*) from body) <> 1
          union all
          select sheet_row, 3, parent, 'organisation.import.below-itself'
          from file where not is_entity and not is_body and parent is not null
            and (lower(parent) in (lower(name), lower(code))
              or sheet_row in (select start from circle))
          union all
          select f.sheet_row, 2, f.name, 'organisation.import.row-twice'
          from (select sheet_row, name, row_number() over (
                  partition by is_entity, is_body,
                    case when is_entity or is_body then lower(name) else lower(coalesce(code, name)) end
                  order by sheet_row) as occurrence
                from file) f
          where f.occurrence > 1
          """;

  /// Binds: upload, whether complete.
  static final String CHANGES =
      ROWS
          + """
          , compared as (
            select f.sheet_row, f.name, k.unit_id,
                   case when f.is_entity and exists (select from organisation.legal_entity e
                            where lower(e.name) = lower(f.name)) then 'unchanged'
                        when f.is_body and exists (select from organisation.body b
                            where lower(b.name) = lower(f.name)) then 'unchanged'
                        when f.is_entity or f.is_body or k.unit_id is null then 'new'
                        when k.name <> f.name or k.kind <> f.kind
                          or (f.parent is not null
                              and lower(f.parent) not in (lower(coalesce(k.parent, '')), lower(coalesce(k.parent_code, ''))))
                          or (f.answers_to is not null and lower(k.body) <> lower(f.answers_to))
                          then 'changed'
                        else 'unchanged' end as change,
                   concat_ws(' · ', f.parent, f.answers_to) as detail
            from file f
            left join lateral (
              select * from known k
              where not f.is_entity and not f.is_body
                and case when f.code is not null and exists (select from known c where c.code = f.code)
                         then k.code = f.code else lower(k.name) = lower(f.name) end
              limit 1) k on true
          )
          select sheet_row, change, unit_id, name, detail from compared
          union all
          select null, 'ended', k.unit_id, k.name, k.parent
          from known k
          where ? and exists (select from file where not is_entity and not is_body)
            and not exists (select from compared c where c.unit_id = k.unit_id)
          """;
}
