package se.tillit.organisation.intake;

/// The set-wise statements of an import of people. Each begins with the file's rows as the register
/// understands them; the DSL would hide their shape.
final class PeopleStatements {

  private PeopleStatements() {}

  /// Binds: day, upload. Whoever has no number in Tillit, or a protected identity, is known by the
  /// id that an export gives; what a protected person's row leaves empty stays as it is.
  static final String ROWS =
      """
      with place as (
        select word, (array_agg(unit_id))[1] as unit_id, count(*) as homonyms
        from (select lower(name) as word, unit_id from organisation.current_unit
              union
              select lower(u.name || ' (' || p.name || ')'), u.unit_id
              from organisation.current_unit u
              join organisation.current_unit p
                on p.tenant_id = u.tenant_id and p.unit_id = u.parent_id) named
        group by word
        union all
        select lower(u.code), u.id, 1 from organisation.unit u
        join organisation.current_unit c on c.tenant_id = u.tenant_id and c.unit_id = u.id
        where u.code is not null
          and not exists (select from organisation.current_unit n where lower(n.name) = lower(u.code))
      ), file as (
        select r.tenant_id, r.sheet_row, r.cells[1] as external_id, r.cells[2] as given_name,
               r.cells[3] as family_name, r.cells[4] as email, r.cells[5] as unit_word,
               r.cells[6] as body_word, coalesce(r.cells[7], 'employee') as kind,
               coalesce(r.cells[8], '') as title, r.cells[9]::date as from_day,
               r.cells[10]::date as to_day, coalesce(r.cells[11], 'false')::boolean as protected,
               ?::date as today
        from exchange.published_row r where r.upload_id = ?
      ), known as (
        select p.tenant_id, p.external_id as word, p.id, p.given_name, p.family_name, p.email
        from organisation.person p where p.external_id is not null
        union all
        select p.tenant_id, p.id::text, p.id, p.given_name, p.family_name, p.email
        from organisation.person p where p.external_id is null or p.protected
      ), row as (
        select f.tenant_id, f.sheet_row, f.external_id, k.id as person_id,
               coalesce(f.given_name, case when f.protected then k.given_name end, '') as given_name,
               coalesce(f.family_name, case when f.protected then k.family_name end) as family_name,
               coalesce(f.email, case when f.protected then k.email end) as email,
               f.unit_word, f.body_word, f.kind, f.title, f.from_day, f.to_day, f.protected, f.today,
               coalesce(k.id::text, f.external_id) as who, p.unit_id, p.homonyms, b.body_id
        from file f
        left join known k on k.tenant_id = f.tenant_id and k.word = f.external_id
        left join place p on p.word = lower(f.unit_word) and f.kind <> 'elected'
        left join organisation.current_body b
          on b.tenant_id = f.tenant_id and lower(b.name) = lower(f.body_word) and f.kind = 'elected'
      )
      """;

  /// What already runs, one row for each person, kind and place.
  private static final String RUNNING =
      """
      , running as (
        select distinct on (p.id, a.kind, a.unit_id, a.body_id)
               a.id, a.from_day, a.to_day, a.title, a.kind, a.unit_id, a.body_id,
               p.id as person_id, p.external_id, p.given_name, p.family_name, p.email, p.protected
        from organisation.assignment a
        join organisation.person p on p.tenant_id = a.tenant_id and p.id = a.person_id
        where a.to_day is null or a.to_day >= ?::date
        order by p.id, a.kind, a.unit_id, a.body_id, a.from_day desc, a.id desc
      )
      """;

  static final String PROBLEMS =
      ROWS
          + """
          , person as (
            select who, count(distinct (given_name, family_name, protected)) as names
            from row group by who
          ), twice as (
            select sheet_row, row_number() over (
              partition by who, kind, unit_id, body_id order by sheet_row) as occurrence
            from row
          )
          select sheet_row, 5, unit_word, 'organisation.import.unit-missing'
          from row where kind <> 'elected' and unit_word is null
          union all
          select sheet_row, 5, unit_word, 'organisation.import.unit-unknown'
          from row where kind <> 'elected' and unit_word is not null and unit_id is null
          union all
          select sheet_row, 5, unit_word, 'organisation.import.unit-ambiguous'
          from row where homonyms > 1
          union all
          select sheet_row, 6, body_word, 'organisation.import.body-missing'
          from row where kind = 'elected' and body_word is null
          union all
          select sheet_row, 6, body_word, 'organisation.import.body-unknown'
          from row where kind = 'elected' and body_word is not null and body_id is null
          union all
          select sheet_row, 10, to_day::text, 'organisation.import.ends-before-start'
          from row where to_day < coalesce(from_day, today)
          union all
          select r.sheet_row, 1, r.external_id, 'organisation.import.person-differs'
          from row r join person p on p.who = r.who and p.names > 1
          union all
          select sheet_row, 3, null, 'exchange.table.cell.missing'
          from row where family_name is null
          union all
          select t.sheet_row, 1, r.external_id, 'organisation.import.row-twice'
          from twice t join row r on r.sheet_row = t.sheet_row where t.occurrence > 1
          """;

  static final String CHANGES =
      ROWS
          + RUNNING
          + """
          , compared as (
            select r.sheet_row, o.id as record_id, r.given_name, r.family_name, r.protected,
                   case when o.id is null then 'new'
                        when (r.given_name, r.family_name, r.protected, r.title)
                               is distinct from (o.given_name, o.family_name, o.protected, o.title)
                          or r.email is distinct from o.email
                          or r.to_day is distinct from o.to_day
                          or coalesce(r.from_day, o.from_day) <> o.from_day then 'changed'
                        else 'unchanged' end as change,
                   concat_ws(' · ', nullif(r.title, ''), coalesce(r.unit_word, r.body_word),
                     case when r.to_day is distinct from o.to_day then r.to_day::text end) as detail
            from row r
            left join running o
              on o.person_id = r.person_id and o.kind = r.kind
             and o.unit_id is not distinct from r.unit_id
             and o.body_id is not distinct from r.body_id
          )
          select sheet_row, change, record_id,
                 case when protected then '–' else given_name || ' ' || family_name end as label, detail
          from compared
          union all
          select null, 'ended', o.id,
                 case when o.protected then '–' else o.given_name || ' ' || o.family_name end, o.title
          from running o
          where ? and o.from_day <= ?::date and o.external_id is not null
            and o.kind in (select kind from row)
            and not exists (select from compared c where c.record_id = o.id)
          """;

  /// Binds: day, upload.
  static final String KNOWN_PEOPLE =
      ROWS
          + """
          update organisation.person p
          set given_name = r.given_name, family_name = r.family_name, email = r.email,
              protected = r.protected, version = p.version + 1
          from (select distinct on (person_id) * from row where person_id is not null
                order by person_id, sheet_row) r
          where p.tenant_id = r.tenant_id and p.id = r.person_id
            and ((p.given_name, p.family_name, p.protected)
                   is distinct from (r.given_name, r.family_name, r.protected)
                 or p.email is distinct from r.email)
          """;

  /// Binds: day, upload.
  static final String NEW_PEOPLE =
      ROWS
          + """
          insert into organisation.person
            (tenant_id, id, external_id, given_name, family_name, email, protected)
          select distinct on (external_id)
                 tenant_id, gen_random_uuid(), external_id, given_name, family_name, email, protected
          from row where person_id is null order by external_id, sheet_row
          """;

  /// Binds: day, upload, upload.
  static final String ASSIGN =
      ROWS
          + """
          insert into organisation.assignment
            (tenant_id, id, person_id, kind, unit_id, body_id, title, from_day, to_day)
          select r.tenant_id, c.record_id, r.person_id, r.kind, r.unit_id, r.body_id, r.title,
                 coalesce(r.from_day, r.today), r.to_day
          from row r
          join exchange.published_change c
            on c.tenant_id = r.tenant_id and c.upload_id = ? and c.sheet_row = r.sheet_row
           and c.change = 'new'
          """;

  /// Binds: day, upload, upload.
  static final String CHANGE =
      ROWS
          + """
          update organisation.assignment a
          set title = r.title, from_day = coalesce(r.from_day, a.from_day), to_day = r.to_day,
              version = a.version + 1
          from row r
          join exchange.published_change c
            on c.tenant_id = r.tenant_id and c.upload_id = ? and c.sheet_row = r.sheet_row
           and c.change = 'changed'
          where a.tenant_id = c.tenant_id and a.id = c.record_id
          """;

  /// Binds: day, upload.
  static final String END =
      """
      update organisation.assignment a
      set to_day = greatest(a.from_day, ?::date - 1), version = a.version + 1
      from exchange.published_change c
      where c.tenant_id = a.tenant_id and c.record_id = a.id and c.upload_id = ?
        and c.change = 'ended'
      """;
}
