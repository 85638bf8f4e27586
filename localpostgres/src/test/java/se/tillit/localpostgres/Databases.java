package se.tillit.localpostgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// How the tests speak to a server, and where they find its programs without unpacking them anew.
final class Databases {

  private Databases() {}

  static Options quickOptions() {
    try {
      Path cache = Path.of(System.getProperty("user.home"), ".cache", "localpostgres");
      return Options.defaults()
          .withPrograms(Programs.builtIn(Files.createDirectories(cache)).bin());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static LocalPostgres start(Path folder) {
    return LocalPostgres.start(folder, quickOptions());
  }

  static void run(LocalPostgres postgres, String... statements) throws SQLException {
    try (Connection connection = connect(postgres);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  static String ask(LocalPostgres postgres, String sql) throws SQLException {
    try (Connection connection = connect(postgres);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  static Connection connect(LocalPostgres postgres) throws SQLException {
    return DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
  }
}
