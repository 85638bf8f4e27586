package se.tillit.localpostgres;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// An application of its own process, for the tests to kill: it writes row after row and says which
/// are committed.
final class Writer {

  private Writer() {}

  public static void main(String[] arguments) throws Exception {
    LocalPostgres postgres = Databases.start(Path.of(arguments[0]));
    System.out.println("server " + postgres.pid());
    try (Connection connection = Databases.connect(postgres);
        Statement statement = connection.createStatement()) {
      int number = last(statement);
      try (PreparedStatement insert =
          connection.prepareStatement("insert into written values (?)")) {
        while (true) {
          insert.setInt(1, ++number);
          insert.execute();
          System.out.println(number);
        }
      }
    }
  }

  private static int last(Statement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery("select coalesce(max(number), 0) from written")) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
