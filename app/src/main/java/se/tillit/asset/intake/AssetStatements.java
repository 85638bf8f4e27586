package se.tillit.asset.intake;

/// The statements of the import, set-wise over all staged rows: the DSL would hide how they hang
/// together.
final class AssetStatements {

  /// The staged rows with the unit, owner and carrier that they name, and the asset that they are
  /// already.
  private static final String ROWS =
      """
      select r.sheet_row, r.cells[1] as name, u.unit_id, u.units, r.cells[2] as unit_name,
             string_to_array(r.cells[3], ',') as forms, coalesce(r.cells[4], '') as type,
             coalesce(r.cells[5], '') as description,
             lower(coalesce(nullif(r.cells[6], ''), 'none')) as personal,
             r.cells[7] as owner, p.person_id as owner_id, coalesce(r.cells[8], '') as record_plan,
             r.cells[9] as carrier, c.carrier_id, a.id as asset_id,
             count(*) over (partition by lower(r.cells[1]), u.unit_id) as twins
      from exchange.published_row r
      left join lateral (
        select min(unit_id::text)::uuid as unit_id, count(*) as units
        from organisation.current_unit where lower(name) = lower(r.cells[2])) u on true
      left join lateral (
        select person_id from organisation.person_name
        where lower(email) = lower(r.cells[7]) limit 1) p on true
      left join lateral (
        select carrier_id from asset.current_carrier where lower(name) = lower(r.cells[9]) limit 1) c on true
      left join asset.information_asset a
        on a.unit_id = u.unit_id and a.state = 'active' and lower(a.name) = lower(r.cells[1])
      where r.upload_id = ?
      """;

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
          select sheet_row, 9, carrier, 'asset.import.carrier.unknown'
          from staged where coalesce(carrier, '') <> '' and carrier_id is null
          union all
          select sheet_row, 1, name, 'asset.import.twice'
          from staged where twins > 1 and units = 1
          """;

  /// What would be different; an owner or carrier that the file leaves out is left as it is.
  private static final String DIFFERENT =
      """
      (a.name, a.information_type, a.description, a.forms, a.personal_data, a.record_plan)
        is distinct from
      (s.name, s.type, s.description, s.forms, s.personal, s.record_plan)
      or (s.owner_id is not null and s.owner_id is distinct from a.delegated_owner)
      or (s.carrier_id is not null and not exists (
        select 1 from asset.asset_carrier k where k.asset_id = a.id and k.carrier_id = s.carrier_id))
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
          where ? and not exists (select 1 from staged s where s.asset_id = a.asset_id)
          """;

  static final String TAKE_UP =
      "with staged as ("
          + ROWS
          + ") "
          + """
          insert into asset.information_asset
            (tenant_id, id, name, information_type, description, unit_id, forms, personal_data,
             delegated_owner, record_plan, created_at, changed_at)
          select kernel.current_tenant(), gen_random_uuid(), s.name, s.type, s.description, s.unit_id, s.forms,
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
          select kernel.current_tenant(), s.asset_id, s.carrier_id
          from staged s where s.asset_id is not null and s.carrier_id is not null
          on conflict do nothing
          """;

  private AssetStatements() {}
}
