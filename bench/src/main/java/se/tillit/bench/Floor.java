package se.tillit.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/// The same rows by hand-written SQL on one open connection, without the wall's help: as fast as it
/// can be.
final class Floor implements AutoCloseable {

  private static final String ROWS =
      """
      select a.id, a.name, a.information_type, a.unit_id, a.forms, a.personal_data, a.confirmed_on, a.class_label,
             u.name as unit_name, btrim(p.given_name || ' ' || p.family_name) as owner_name
      from (select * from asset.information_asset a
            where a.tenant_id = ? and a.state = 'active' %s
            order by a.name, a.id limit 21) a
      join organisation.unit_period u on u.tenant_id = a.tenant_id and u.unit_id = a.unit_id and u.to_day is null
      left join lateral (
        select m.person_id from organisation.unit_ancestor x
        join organisation.assignment m on m.tenant_id = x.tenant_id and m.unit_id = x.ancestor_id
          and m.kind = 'manager' and (m.to_day is null or m.to_day >= current_date)
        where x.tenant_id = a.tenant_id and x.unit_id = a.unit_id order by x.depth limit 1) o on true
      left join organisation.person p on p.tenant_id = a.tenant_id and p.id = o.person_id
      order by a.name, a.id
      """;

  private static final String BELOW =
      """
      and a.unit_id in (select unit_id from organisation.unit_ancestor where tenant_id = ? and ancestor_id = ?)
      """;

  private static final String SAVE =
      """
      insert into asset.information_asset (tenant_id, id, name, forms, unit_id, created_at, changed_at)
      values (?, gen_random_uuid(), 'Prov', array['digital'], ?, now(), now())
      """;

  private static final String LOCK =
      "select number, hash from audittrail.head where tenant_id = ? for update";

  private static final String ENTRY =
      """
      insert into audittrail.entry (tenant_id, number, at, actor_name, action, subject_kind, subject_id, subject_name,
        detail, previous_hash, hash)
      values (?, ?, now(), 'bench', 'asset.registered', 'asset', gen_random_uuid(), 'Prov', '{}',
        sha256('a'), sha256('b'))
      """;

  private static final String MOVE =
      "update audittrail.head set number = number + 1, hash = sha256('b') where tenant_id = ?";

  private final Connection connection;
  private final Municipality municipality;

  Floor(Connection connection, Municipality municipality) {
    this.connection = connection;
    this.municipality = municipality;
  }

  Object list() throws SQLException {
    return read(ROWS.formatted(""), municipality.tenant());
  }

  Object listBelow() throws SQLException {
    UUID tenant = municipality.tenant();
    return read(ROWS.formatted(BELOW), tenant, tenant, municipality.administration());
  }

  Object one() throws SQLException {
    return read(
        "select * from asset.information_asset where tenant_id = ? and id = ?",
        municipality.tenant(),
        municipality.asset());
  }

  Object save() throws SQLException {
    Municipality.enter(connection, municipality.tenant());
    try (PreparedStatement insert = connection.prepareStatement(SAVE)) {
      insert.setObject(1, municipality.tenant());
      insert.setObject(2, municipality.administration());
      insert.execute();
    }
    connection.commit();
    return true;
  }

  /// The same save and what the trail adds to it: lock the chain's head, write one entry, move the
  /// head.
  Object saveWithTrail() throws SQLException {
    Municipality.enter(connection, municipality.tenant());
    try (PreparedStatement insert = connection.prepareStatement(SAVE);
        PreparedStatement lock = connection.prepareStatement(LOCK);
        PreparedStatement entry = connection.prepareStatement(ENTRY);
        PreparedStatement move = connection.prepareStatement(MOVE)) {
      insert.setObject(1, municipality.tenant());
      insert.setObject(2, municipality.administration());
      insert.execute();
      lock.setObject(1, municipality.tenant());
      try (ResultSet head = lock.executeQuery()) {
        head.next();
        entry.setObject(1, municipality.tenant());
        entry.setLong(2, head.getLong(1) + 1);
        entry.execute();
      }
      move.setObject(1, municipality.tenant());
      move.execute();
    }
    connection.commit();
    return true;
  }

  private int read(String query, UUID... parameters) throws SQLException {
    Municipality.enter(connection, municipality.tenant());
    int rows = 0;
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      for (int place = 0; place < parameters.length; place++) {
        statement.setObject(place + 1, parameters[place]);
      }
      try (ResultSet found = statement.executeQuery()) {
        while (found.next()) {
          rows++;
        }
      }
    }
    connection.commit();
    return rows;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
