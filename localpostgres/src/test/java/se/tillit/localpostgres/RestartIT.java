package se.tillit.localpostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One folder is opened again and again, after everything that can befall its server.
class RestartIT {

  private static final int ROWS = 100;

  @TempDir static Path folder;

  @BeforeAll
  static void makeTheDatabase() throws Exception {
    try (LocalPostgres postgres = Databases.start(folder)) {
      Databases.run(
          postgres,
          "create table word (text text)",
          "insert into word values ('kvar')",
          "create table written (number int primary key)");
    }
  }

  @Test
  void followsAKilledApplicationDownAndKeepsEveryCommittedRow() throws Exception {
    KilledApplication application = KilledApplication.start(folder);
    application.writeAtLeast(ROWS);

    int committed = application.kill();

    application.server().onExit().get(10, TimeUnit.SECONDS);
    assertThat(folder.resolve("server/data/postmaster.pid")).doesNotExist();
    assertHolds(committed);
  }

  @Test
  void recoversWhenApplicationAndServerAreKilledTogether() throws Exception {
    KilledApplication application = KilledApplication.start(folder);
    application.writeAtLeast(ROWS);

    int committed = application.kill(application.leash(), application.server());

    assertThat(folder.resolve("server/data/postmaster.pid")).exists();
    assertHolds(committed);
  }

  @Test
  void stopsAServerThatOutlivedApplicationAndLeash() throws Exception {
    KilledApplication application = KilledApplication.start(folder);
    application.writeAtLeast(ROWS);
    ProcessHandle watcher = watcher(application);

    int committed = application.kill(watcher, application.leash());

    assertThat(application.server().info().command()).isPresent();
    assertHolds(committed);
    assertThat(application.server().info().command()).isEmpty(); // gone, or not yet reaped
  }

  @Test
  void setsAsideAPidFileWhoseNumberBelongsToAnotherProgram() throws Exception {
    Path pidFile = folder.resolve("server/data/postmaster.pid");
    Path kept = folder.resolve("kept.pid");
    try (LocalPostgres postgres = Databases.start(folder)) {
      assertThat(postgres.pid()).isPositive();
      Files.copy(pidFile, kept);
    }
    List<String> lines = Files.readAllLines(kept);
    lines.set(0, Long.toString(ProcessHandle.current().pid()));
    Files.write(pidFile, lines);

    try (LocalPostgres postgres = Databases.start(folder)) {
      assertThat(Databases.ask(postgres, "select text from word")).isEqualTo("kvar");
    }
  }

  @Test
  void startsAServerThatWasKilledAgainOnTheSamePort() throws Exception {
    try (LocalPostgres postgres = Databases.start(folder)) {
      ProcessHandle.of(postgres.pid()).orElseThrow().destroyForcibly();

      assertThat(askWhenBack(postgres, "select text from word")).isEqualTo("kvar");
    }
  }

  @Test
  void refusesAFolderThatAnotherProcessUses() throws Exception {
    KilledApplication application = KilledApplication.start(folder);
    try {
      assertThatThrownBy(() -> Databases.start(folder))
          .isInstanceOf(LocalPostgresFailure.FolderInUse.class)
          .hasMessage(
              "Another process already uses %s (process %d)".formatted(folder, application.pid()));
    } finally {
      application.kill();
      application.server().onExit().get(10, TimeUnit.SECONDS);
    }
  }

  @Test
  void saysWhatPostgresqlSaidWhenItDoesNotStart() {
    Options options = Databases.quickOptions().withSettings(Map.of("shared_buffers", "many"));
    assertThatThrownBy(() -> LocalPostgres.start(folder, options))
        .isInstanceOf(LocalPostgresFailure.ServerFailed.class)
        .hasMessageContaining("shared_buffers");
  }

  private void assertHolds(int committed) throws SQLException {
    try (LocalPostgres postgres = Databases.start(folder)) {
      int rows = Integer.parseInt(Databases.ask(postgres, "select count(*) from written"));
      assertThat(committed).isPositive();
      assertThat(rows).isGreaterThanOrEqualTo(committed);
    }
  }

  /// The other child of the leash, which waits for the pipe to close.
  private static ProcessHandle watcher(KilledApplication application) {
    return application
        .leash()
        .children()
        .filter(child -> child.pid() != application.server().pid())
        .findFirst()
        .orElseThrow();
  }

  private static String askWhenBack(LocalPostgres postgres, String sql) throws Exception {
    long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (true) {
      try {
        return Databases.ask(postgres, sql);
      } catch (SQLException e) {
        if (System.nanoTime() > deadline) {
          throw e;
        }
        Thread.sleep(50);
      }
    }
  }
}
