package se.tillit.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/// Incidents, their clocks and actions: the queue, a case, one's own list, and the running clocks.
final class Incidents {

  private static final int PATIENCE = 18_000;

  private static final String REMINDERS =
      """
      insert into incident.reminder (tenant_id, step_id, rung, at, late, roles)
      select tenant_id, id, 0, now(), false, array['handler', 'coordinator']
      from incident.clock_step where state = 'open'
      """;

  private final Report report;
  private final int runs;

  Incidents(Report report, boolean quick) {
    this.report = report;
    this.runs = quick ? 100 : 500;
  }

  /// @param login the account whose person handles some of the cases and owns some of the actions
  void measure(Client coordinator, Connection connection, Municipality city, String login)
      throws Exception {
    String tenant = "/" + city.key();
    // A tenant's regimes are taken over when somebody first asks for them.
    coordinator.get(tenant + "/regimes");
    UUID one = fill(connection, city, login);
    report.times(
        "queue of 20 incidents among 100,000",
        Stopwatch.time(runs, () -> coordinator.get(tenant + "/incidents")),
        null,
        50);
    report.times(
        "my incidents among 100,000",
        Stopwatch.time(runs, () -> coordinator.get(tenant + "/incidents?handler=me")),
        null,
        50);
    report.times(
        "one incident, HTML",
        Stopwatch.time(runs, () -> coordinator.get(tenant + "/incidents/" + one)),
        null,
        20);
    report.times(
        "my actions among 300,000",
        Stopwatch.time(runs, () -> coordinator.get(tenant + "/actions?mine=true")),
        null,
        50);
    report.times(
        "list of clocks by what they demand next, 10,000 running",
        Stopwatch.time(runs, () -> coordinator.get(tenant + "/clocks")),
        null,
        1_000);
    report.times(
        "figures on incidents, whole municipality",
        Stopwatch.time(20, () -> coordinator.get(tenant + "/incidents/figures")),
        null,
        1_000);
    escalate(connection, city);
  }

  /// All reminders of the running clocks fall due at once. The server notes when it began to tell,
  /// and all of it is seen when it commits: the distance is what it took, to a hundredth of a
  /// second.
  private void escalate(Connection connection, Municipality city) throws Exception {
    connection.setAutoCommit(false);
    Municipality.enter(connection, city.tenant());
    try (Statement statement = connection.createStatement()) {
      statement.execute(REMINDERS);
    }
    connection.commit();
    double took = -1;
    for (int tries = 0; took < 0 && tries < PATIENCE; tries++) {
      Thread.sleep(10);
      Municipality.enter(connection, city.tenant());
      took = sinceTold(connection);
      connection.commit();
    }
    connection.setAutoCommit(true);
    if (took < 0) {
      throw new IllegalStateException("nobody was reminded within three minutes");
    }
    report.figure(
        "reminders of 10,000 running clocks, all due at once",
        Report.format("%.2f s", took),
        "≤ 1 s",
        took <= 1);
  }

  private static double sinceTold(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select extract(epoch from clock_timestamp() - max(told_at))"
                    + " from incident.reminder")) {
      rows.next();
      double took = rows.getDouble(1);
      return rows.wasNull() ? -1 : took;
    }
  }

  private static UUID fill(Connection connection, Municipality city, String login)
      throws SQLException, IOException {
    boolean was = connection.getAutoCommit();
    connection.setAutoCommit(false);
    Municipality.enter(connection, city.tenant());
    UUID person =
        first(
            connection,
            "select m.person_id from identity.membership m where m.account_id = '" + login + "'");
    String script =
        script().replace("$tenant", city.tenant().toString()).replace("$person", person.toString());
    try (Statement statement = connection.createStatement()) {
      statement.execute(script);
    }
    UUID one =
        first(
            connection,
            "select id from incident.incident where state = 'TRIAGED' order by reported_at limit 1");
    connection.commit();
    connection.setAutoCommit(true);
    try (Statement statement = connection.createStatement()) {
      statement.execute("vacuum analyze");
    }
    connection.setAutoCommit(was);
    return one;
  }

  private static UUID first(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getObject(1, UUID.class);
    }
  }

  private static String script() throws IOException {
    try (InputStream file = Incidents.class.getResourceAsStream("incidents.sql")) {
      if (file == null) {
        throw new IOException("incidents.sql is missing");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
