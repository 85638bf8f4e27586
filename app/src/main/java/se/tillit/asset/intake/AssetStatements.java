package se.tillit.asset.intake;

import java.util.List;

/// The statements of the import, set-wise over all staged rows: the DSL would hide how they hang
/// together.
final class AssetStatements {

  /// The staged rows with the unit, owner and carriers that they name, and the asset that they are
  /// already; what a row leaves empty stays as it is.
  private static final String ROWS =
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
      )
      select r.sheet_row, r.cells[1] as name, u.unit_id, coalesce(u.units, 0) as units,
             r.cells[2] as unit_name, string_to_array(r.cells[3], ',') as forms,
             coalesce(r.cells[4], a.information_type, '') as type,
             coalesce(r.cells[5], a.description, '') as description,
             lower(coalesce(r.cells[6], a.personal_data, 'none')) as personal,
             r.cells[7] as owner, p.person_id as owner_id,
             coalesce(r.cells[8], a.record_plan, '') as record_plan,
             c.carriers, c.unknown as unknown_carriers, a.id as asset_id,
             count(*) over (partition by lower(r.cells[1]), u.unit_id) as twins
      from exchange.published_row r
      left join place u on u.word = lower(r.cells[2])
      left join addressee p on p.word = lower(r.cells[7])
      left join lateral (
        select array_agg(k.carrier_id) filter (where k.carrier_id is not null) as carriers,
               string_agg(w.word, '; ') filter (where k.carrier_id is null) as unknown
        from regexp_split_to_table(r.cells[9], '\\s*;\\s*') w (word)
        left join asset.current_carrier k on lower(k.name) = lower(w.word)
        where w.word <> '') c on true
      left join asset.information_asset a
        on a.unit_id = u.unit_id and a.state = 'active' and lower(a.name) = lower(r.cells[1])
      where r.upload_id = ?
      """;

  /// Binds: upload, the units that the sender reaches or null.
  static final String PROBLEMS =
      "with staged as ("
          + ROWS
          + ") "
          + """
          select sheet_row, 2 as place, unit_name as value,
                 case when units = 0 then 'asset.import.unit.unknown' else 'asset.import.unit.many' end
                   as message_key
          from staged where units <> 1
          union all
          select sheet_row, 7, owner, 'asset.import.owner.unknown'
          from staged where coalesce(owner, '') <> '' and owner_id is null
          union all
          select sheet_row, 9, unknown_carriers, 'asset.import.carrier.unknown'
          from staged where unknown_carriers is not null
          union all
          select sheet_row, 1, name, 'asset.import.twice'
          from staged where twins > 1 and units = 1
          union all
          select sheet_row, 2, unit_name, 'asset.import.unit.outside'
          from staged where units = 1 and not (unit_id = any(?::uuid[]))
          """;

  /// What would be different; an owner or carrier that the file leaves out is left as it is.
  private static final String DIFFERENT =
      """
      (a.name, a.information_type, a.description, a.forms, a.personal_data, a.record_plan)
        is distinct from
      (s.name, s.type, s.description, s.forms, s.personal, s.record_plan)
      or (s.owner_id is not null and s.owner_id is distinct from a.delegated_owner)
      or exists (
        select 1 from unnest(s.carriers) w (id) where not exists (
          select 1 from asset.asset_carrier k where k.asset_id = a.id and k.carrier_id = w.id))
      """;

  static final String CHANGES =
      "with staged as ("
          + ROWS
          + ") "
          + """
          select s.sheet_row,
                 case when a.id is null then 'new'
          """
          + "when "
          + DIFFERENT
          + """
           then 'changed' else 'unchanged' end as change,
                 a.id as record_id, s.name as label, s.unit_name as detail
          from staged s left join asset.information_asset a on a.id = s.asset_id
          union all
          select null, 'ended', a.asset_id, a.name, u.name
          from asset.current_asset a
          join organisation.current_unit u on u.unit_id = a.unit_id
          where ? and coalesce(a.unit_id = any(?::uuid[]), true)
            and not exists (select 1 from staged s where s.asset_id = a.asset_id)
          """;

  static final String TAKE_UP =
      "with staged as ("
          + ROWS
          + ") "
          + """
          insert into asset.information_asset
            (tenant_id, id, name, information_type, description, unit_id, forms, personal_data,
             delegated_owner, record_plan, created_at, changed_at)
          select kernel.current_tenant(), c.record_id, s.name, s.type, s.description, s.unit_id, s.forms,
                 s.personal, s.owner_id, s.record_plan, now(), now()
          from staged s
          join exchange.published_change c
            on c.upload_id = ? and c.sheet_row = s.sheet_row and c.change = 'new'
          """;

  static final String CHANGE =
      "with staged as ("
          + ROWS
          + ") "
          + """
          update asset.information_asset a
          set name = s.name, information_type = s.type, description = s.description, forms = s.forms,
              personal_data = s.personal, record_plan = s.record_plan,
              delegated_owner = coalesce(s.owner_id, a.delegated_owner),
              changed_at = now(), version = a.version + 1
          from staged s
          join exchange.published_change c
            on c.upload_id = ? and c.sheet_row = s.sheet_row and c.change = 'changed'
          where a.id = s.asset_id
          """;

  static final String RETIRE =
      """
      update asset.information_asset a
      set state = 'retired', changed_at = now(), version = a.version + 1
      from exchange.published_change c
      where c.upload_id = ? and c.change = 'ended' and c.record_id = a.id
      """;

  static final String CARRY =
      "with staged as ("
          + ROWS
          + ") "
          + """
          insert into asset.asset_carrier (tenant_id, asset_id, carrier_id)
          select kernel.current_tenant(), s.asset_id, w.id
          from staged s, unnest(s.carriers) w (id) where s.asset_id is not null
          on conflict do nothing
          """;

  /// Carriers of assets that were there before: their levels may follow.
  static final String TOUCHED =
      """
      select distinct k.carrier_id
      from exchange.published_change c
      join asset.asset_carrier k on k.tenant_id = c.tenant_id and k.asset_id = c.record_id
      where c.upload_id = ?
      """;

  static final String IMAGES =
      """
      select c.record_id,
             to_jsonb(a) || jsonb_build_object('carriers',
               (select coalesce(jsonb_agg(k.carrier_id order by k.carrier_id), '[]')
                from asset.asset_carrier k
                where k.tenant_id = c.tenant_id and k.asset_id = c.record_id))
      from exchange.published_change c
      left join asset.information_asset a on a.tenant_id = c.tenant_id and a.id = c.record_id
      where c.upload_id = ?
      """;

  /// Each binds the upload.
  static final List<String> UNDO =
      List.of(
          """
          delete from asset.asset_carrier k using exchange.published_change c
          where c.upload_id = ? and c.tenant_id = k.tenant_id and c.record_id = k.asset_id
            and not coalesce(c.before -> 'carriers' @> to_jsonb(k.carrier_id), false)
          """,
          """
          update asset.information_asset a
          set (name, information_type, description, forms, personal_data, record_plan,
               delegated_owner, state, changed_at, version)
              = (b.name, b.information_type, b.description, b.forms, b.personal_data, b.record_plan,
                 b.delegated_owner, b.state, now(), a.version + 1)
          from exchange.published_change c,
               jsonb_populate_record(null::asset.information_asset, c.before) b
          where c.upload_id = ? and c.change <> 'new' and c.tenant_id = a.tenant_id
            and c.record_id = a.id
          """,
          """
          delete from asset.information_asset a using exchange.published_change c
          where c.upload_id = ? and c.change = 'new' and c.tenant_id = a.tenant_id
            and c.record_id = a.id
          """);

  private AssetStatements() {}
}
