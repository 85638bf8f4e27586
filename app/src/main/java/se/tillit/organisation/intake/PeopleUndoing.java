package se.tillit.organisation.intake;

import java.util.List;

/// How an import of people is taken back, set-wise. The DSL would hide the shape of the statements.
final class PeopleUndoing {

  private PeopleUndoing() {}

  /// Each assignment that the import touches with the person who has it, and the duties that she
  /// holds: whoever has been given one since is not taken away. Binds: day, upload, upload, upload.
  static final String IMAGES =
      PeopleStatements.ROWS
          + """
          , duty as (
            select h.person_id, count(*) as held from organisation.role_holding h group by h.person_id
          )
          , seen as (
            select c.record_id, a.person_id, to_jsonb(a) as assignment
            from exchange.published_change c
            join organisation.assignment a on a.tenant_id = c.tenant_id and a.id = c.record_id
            where c.upload_id = ?
            union all
            select c.record_id, r.person_id, null
            from exchange.published_change c
            left join row r on r.sheet_row = c.sheet_row
            where c.upload_id = ?
              and not exists (select from organisation.assignment a
                              where a.tenant_id = c.tenant_id and a.id = c.record_id)
          )
          select s.record_id,
                 case when p.id is not null then
                   jsonb_build_object('assignment', s.assignment, 'person', to_jsonb(p),
                     'duties', coalesce(d.held, 0)) end
          from seen s
          left join organisation.person p on p.id = s.person_id
          left join duty d on d.person_id = p.id
          """;

  /// Each binds the upload.
  static final List<String> STATEMENTS =
      List.of(
          """
          delete from organisation.assignment a using exchange.published_change c
          where c.upload_id = ? and c.change = 'new' and c.tenant_id = a.tenant_id
            and c.record_id = a.id
          """,
          """
          update organisation.assignment a
          set (title, from_day, to_day, version) = (b.title, b.from_day, b.to_day, a.version + 1)
          from exchange.published_change c,
               jsonb_populate_record(null::organisation.assignment,
                 nullif(c.before -> 'assignment', 'null')) b
          where c.upload_id = ? and c.change <> 'new' and c.tenant_id = a.tenant_id
            and c.record_id = a.id
          """,
          """
          update organisation.person p
          set (given_name, family_name, email, protected, version)
              = (b.given_name, b.family_name, b.email, b.protected, p.version + 1)
          from (select distinct on (c.before -> 'person' ->> 'id') n.*
                from exchange.published_change c,
                     jsonb_populate_record(null::organisation.person,
                       nullif(c.before -> 'person', 'null')) n
                where c.upload_id = ? and n.id is not null
                  and c.before -> 'person' is distinct from c.after -> 'person') b
          where p.tenant_id = b.tenant_id and p.id = b.id
          """,
          """
          delete from organisation.person p using exchange.published_change c
          where c.upload_id = ? and c.tenant_id = p.tenant_id
            and c.before -> 'person' ->> 'id' is null and c.after -> 'person' ->> 'id' = p.id::text
          """);
}
