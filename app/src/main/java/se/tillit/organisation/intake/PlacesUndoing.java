package se.tillit.organisation.intake;

import java.util.List;

/// How an import of the organisation is taken back, set-wise. The DSL would hide the shape of the
/// statements.
final class PlacesUndoing {

  private PlacesUndoing() {}

  /// Each place that the import touches, as the entity, body or unit that it is, with what leans on
  /// it: a unit with people in it is not taken away. Binds: upload.
  static final String IMAGES =
      """
      select distinct on (c.record_id) c.record_id,
             jsonb_build_object('entity', to_jsonb(e), 'body', to_jsonb(b), 'unit', to_jsonb(u),
               'periods', (select jsonb_agg(to_jsonb(p) order by p.from_day)
                           from organisation.unit_period p
                           where p.tenant_id = c.tenant_id and p.unit_id = c.record_id),
               'below', (select count(*) from organisation.unit_period p
                         where p.tenant_id = c.tenant_id and p.parent_id = c.record_id),
               'answering', (select count(*) from organisation.unit_period p
                             where p.tenant_id = c.tenant_id and p.body_id = c.record_id),
               'assigned', (select count(*) from organisation.assignment a
                            where a.tenant_id = c.tenant_id
                              and (a.unit_id = c.record_id or a.body_id = c.record_id)),
               'held', (select count(*) from organisation.role_holding h
                        where h.tenant_id = c.tenant_id
                          and c.record_id in (h.unit_id, h.body_id, h.legal_entity_id)),
               'meeting', (select count(*) from organisation.meeting m
                           where m.tenant_id = c.tenant_id and m.body_id = c.record_id))
      from exchange.published_change c
      left join organisation.legal_entity e on e.tenant_id = c.tenant_id and e.id = c.record_id
      left join organisation.body b on b.tenant_id = c.tenant_id and b.id = c.record_id
      left join organisation.unit u on u.tenant_id = c.tenant_id and u.id = c.record_id
      where c.upload_id = ?
      """;

  /// Each binds the upload. The tree is drawn anew after them.
  static final List<String> STATEMENTS =
      List.of(
          """
          delete from organisation.unit_period p using exchange.published_change c
          where c.upload_id = ? and c.tenant_id = p.tenant_id and c.record_id = p.unit_id
          """,
          """
          insert into organisation.unit_period
          select b.* from exchange.published_change c,
                 jsonb_populate_recordset(null::organisation.unit_period,
                   nullif(c.before -> 'periods', 'null')) b
          where c.upload_id = ? and c.change <> 'new'
          """,
          """
          update organisation.unit u set version = u.version + 1
          from exchange.published_change c
          where c.upload_id = ? and c.change <> 'new' and c.tenant_id = u.tenant_id
            and c.record_id = u.id
          """,
          """
          delete from organisation.unit_ancestor a using exchange.published_change c
          where c.upload_id = ? and c.change = 'new' and c.tenant_id = a.tenant_id
            and c.record_id in (a.unit_id, a.ancestor_id)
          """,
          """
          delete from organisation.unit u using exchange.published_change c
          where c.upload_id = ? and c.change = 'new' and c.tenant_id = u.tenant_id
            and c.record_id = u.id
          """,
          """
          delete from organisation.body b using exchange.published_change c
          where c.upload_id = ? and c.change = 'new' and c.tenant_id = b.tenant_id
            and c.record_id = b.id
          """,
          """
          delete from organisation.legal_entity e using exchange.published_change c
          where c.upload_id = ? and c.change = 'new' and c.tenant_id = e.tenant_id
            and c.record_id = e.id
          """);
}
