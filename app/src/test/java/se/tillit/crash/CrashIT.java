package se.tillit.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.tillit.audittrail.TrailFile;
import se.tillit.localpostgres.Access;

/// kill -9, in the midst of writing: of PostgreSQL, of Tillit, and of both at once. Whatever was
/// acknowledged is there.
@Tag("M-2.1d")
class CrashIT {

  private static final String TOKEN = "tillit_crash";

  @TempDir Path data;

  @Test
  void losesNothingAcknowledgedAndKeepsTheTrailWhole() throws Exception {
    Set<String> acknowledged = new HashSet<>();

    var first = Node.start(data);
    giveToken(first.database());
    var writers = new Writers(first, TOKEN, "Åsa");
    writers.await(100);
    postmaster().destroyForcibly();
    writers.await(100); // Tillit lives on: PostgreSQL came back by itself
    first.kill();
    acknowledged.addAll(writers.end());

    var second = Node.start(data);
    writers = new Writers(second, TOKEN, "Örjan");
    writers.await(100);
    var postgres = postmaster();
    second.kill();
    postgres.destroyForcibly();
    acknowledged.addAll(writers.end());

    var third = Node.start(data);
    try {
      assertThat(titles(third.database())).containsAll(acknowledged);
      assertThatTrailIsWhole(third);
    } finally {
      third.stop();
    }
    assertThat(data.resolve("db/server/data/postmaster.pid")).doesNotExist();
  }

  private void assertThatTrailIsWhole(Node node) throws Exception {
    Path file = data.resolve("trail.txt");
    try (var export = node.download("/kommunen/trail/export", TOKEN)) {
      Files.copy(export, file);
    }
    var said = new ByteArrayOutputStream();
    boolean whole = TrailFile.verify(List.of(file.toString()), new PrintStream(said, true));
    assertThat(whole).as(said.toString(StandardCharsets.UTF_8)).isTrue();
  }

  private ProcessHandle postmaster() throws Exception {
    String pid = Files.readAllLines(data.resolve("db/server/data/postmaster.pid")).getFirst();
    return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
  }

  private static void giveToken(Access database) throws Exception {
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(TOKEN.getBytes(StandardCharsets.UTF_8));
    try (Connection connection = connect(database);
        Statement sql = connection.createStatement()) {
      sql.execute(
          """
          insert into identity.api_token
            (id, tenant_id, hash, name, role, created_at, created_by, expires_at)
          select gen_random_uuid(), id, decode('%s', 'hex'), 'prov', 'coordinator', now(), 'prov',
            now() + interval '1 day' from identity.tenant where key = 'kommunen'
          """
              .formatted(HexFormat.of().formatHex(hash)));
    }
  }

  private static Set<String> titles(Access database) throws Exception {
    Set<String> titles = new HashSet<>();
    try (Connection connection = connect(database);
        Statement sql = connection.createStatement()) {
      sql.execute(
          """
          select set_config('tillit.tenant', id::text, false)
          from identity.tenant where key = 'kommunen'
          """);
      try (var rows = sql.executeQuery("select title from improvement.action")) {
        while (rows.next()) {
          titles.add(rows.getString(1));
        }
      }
    }
    return titles;
  }

  private static Connection connect(Access database) throws Exception {
    return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
  }
}
