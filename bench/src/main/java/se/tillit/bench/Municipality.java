package se.tillit.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An invented municipality of a given size, made in the database set-wise.
///
/// @param administration a unit with forty below and including itself
record Municipality(UUID tenant, String key, UUID administration, UUID asset) {

  /// How large: units are a multiple of forty.
  record Size(int units, int people, int assets) {}

  static Municipality make(Connection connection, String key, Size size)
      throws SQLException, IOException {
    var tenant = UUID.randomUUID();
    String script =
        script()
            .replace("$tenant", tenant.toString())
            .replace("$key", key)
            .replace("$units", Integer.toString(size.units()))
            .replace("$people", Integer.toString(size.people()))
            .replace("$assets", Integer.toString(size.assets()));
    enter(connection, tenant);
    try (Statement statement = connection.createStatement()) {
      statement.execute(script);
    }
    UUID administration =
        first(
            connection,
            "select unit_id from organisation.unit_period where name = 'Förvaltning 1'");
    UUID asset = first(connection, "select id from asset.information_asset order by name limit 1");
    connection.commit();
    return new Municipality(tenant, key, administration, asset);
  }

  /// Tells the wall which tenant this transaction is in.
  static void enter(Connection connection, UUID tenant) throws SQLException {
    try (PreparedStatement tell =
        connection.prepareStatement(
            "select set_config('tillit.tenant', ?, true), set_config('tillit.today', ?, true)")) {
      tell.setString(1, tenant.toString());
      tell.setString(2, LocalDate.now(ZoneId.of("Europe/Stockholm")).toString());
      tell.execute();
    }
  }

  /// A token straight into the table: what it costs to issue one is not measured.
  String token(Connection connection, String role, @Nullable UUID unit) throws SQLException {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    String secret = "tillit_" + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into identity.api_token
              (id, tenant_id, hash, name, role, unit_id, created_at, created_by, expires_at)
            values (gen_random_uuid(), ?, ?, ?, ?, ?, now(), 'bench', now() + interval '1 day')
            """)) {
      insert.setObject(1, tenant);
      insert.setBytes(2, sha256(secret));
      insert.setString(3, role);
      insert.setString(4, role);
      insert.setObject(5, unit);
      insert.execute();
    }
    connection.commit();
    return secret;
  }

  /// A one-time link for somebody with a role in the whole tenant, or for the manager of the
  /// administration.
  String link(Connection connection, String role) throws SQLException {
    enter(connection, tenant);
    UUID person =
        first(
            connection,
            "select person_id from organisation.assignment where kind = '%s' and unit_id %s '%s' limit 1"
                .formatted(
                    role.equals("manager") ? "manager" : "employee",
                    role.equals("manager") ? "=" : "<>",
                    administration));
    UUID account = UUID.randomUUID();
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          """
          insert into identity.account (id, login, name, created_at)
          values ('%2$s', '%2$s', 'Prov %4$s', now());
          insert into identity.membership (account_id, tenant_id, person_id, created_at)
          values ('%2$s', '%1$s', '%3$s', now());
          insert into organisation.role_holding (tenant_id, id, role, person_id, from_day)
          select '%1$s', gen_random_uuid(), '%4$s', '%3$s', '2020-01-01' where '%4$s' <> 'manager';
          insert into identity.link (hash, kind, account_id, created_at, expires_at)
          values (sha256('%2$s'), 'reset', '%2$s', now(), now() + interval '1 hour')
          """
              .formatted(tenant, account, person, role));
    }
    connection.commit();
    return account.toString();
  }

  private static UUID first(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getObject(1, UUID.class);
    }
  }

  private static String script() throws IOException {
    try (InputStream file = Municipality.class.getResourceAsStream("tenant.sql")) {
      if (file == null) {
        throw new IOException("tenant.sql is missing");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
