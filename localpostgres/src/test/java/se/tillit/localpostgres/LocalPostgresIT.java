package se.tillit.localpostgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPostgresIT {

  @TempDir Path temp;

  @Test
  void keepsItsRowsFromOneStartToTheNext() throws Exception {
    Path folder = temp.resolve("db");
    try (LocalPostgres postgres = LocalPostgres.start(folder)) {
      run(postgres, "create table word (text text)", "insert into word values ('kvar')");
    }
    try (LocalPostgres postgres = LocalPostgres.start(folder)) {
      assertThat(ask(postgres, "select text from word")).isEqualTo("kvar");
    }
  }

  private static void run(LocalPostgres postgres, String... statements) throws SQLException {
    try (Connection connection = connect(postgres);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static String ask(LocalPostgres postgres, String sql) throws SQLException {
    try (Connection connection = connect(postgres);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static Connection connect(LocalPostgres postgres) throws SQLException {
    return DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
  }
}
