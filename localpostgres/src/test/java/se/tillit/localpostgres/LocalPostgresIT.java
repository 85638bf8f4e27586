package se.tillit.localpostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPostgresIT {

  @TempDir static Path shared;

  @TempDir Path temp;

  private static LocalPostgres running;

  @BeforeAll
  static void start() {
    running = Databases.start(shared.resolve("db"));
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  @Test
  void startsFromNothingAndAfterAFirstStartCutShort() throws Exception {
    Path folder = temp.resolve("new/db");
    Files.createDirectories(folder.resolve("server.new/data/base"));
    try (LocalPostgres postgres = LocalPostgres.start(folder)) {
      assertThat(Databases.ask(postgres, "select 1")).isEqualTo("1");
    }
    assertThat(folder.resolve("postgresql-" + Programs.builtInVersion())).isDirectory();
    assertThat(folder.resolve("server.new")).doesNotExist();
  }

  @Test
  void sortsSearchesAndTellsTimeInSwedish() throws Exception {
    String sorted = "select string_agg(w, '' order by w) from unnest(array['ö','z','ä','å','a']) w";
    assertThat(Databases.ask(running, sorted)).isEqualTo("azåäö");
    assertThat(Databases.ask(running, "select to_tsvector('swedish', 'riktlinjerna')"))
        .isEqualTo("'riktlinj':1");
    assertThat(
            Databases.ask(
                running,
                "select timestamptz '2026-07-01 12:00+00' at time zone 'Europe/Stockholm'"))
        .isEqualTo("2026-07-01 14:00:00");
  }

  @Test
  void givesARoleThatOwnsItsDatabaseAndNothingElse() throws Exception {
    String powers =
        "select concat_ws(' ', rolsuper, rolcreaterole, rolcreatedb, rolbypassrls, rolreplication)"
            + " from pg_roles where rolname = current_user";
    assertThat(Databases.ask(running, powers)).isEqualTo("f f f f f");
    Databases.run(running, "create schema own");
    assertThatThrownBy(() -> Databases.run(running, "copy (select 1) to program 'true'"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("permission denied");
  }

  @Test
  void isDurableUnlessThrownAway() throws Exception {
    String durability =
        "select string_agg(setting, ' ') from pg_settings where name in"
            + " ('fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums')";
    assertThat(Databases.ask(running, durability)).isEqualTo("on on on on");
  }

  @Test
  void letsAnotherProcessInToARunningServer() {
    assertThat(LocalPostgres.running(shared.resolve("db"))).contains(running.access());
    assertThat(LocalPostgres.running(temp)).isEmpty();
  }

  @Test
  void hidesItsPasswordsFromOtherUsers() throws IOException {
    for (String secret : new String[] {"password", "superuser-password"}) {
      Path file = shared.resolve("db/server").resolve(secret);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }
    assertThat(running.password()).hasSizeGreaterThan(30);
  }

  @Test
  void refusesAFolderAlreadyOpenInThisProcess() {
    assertThatThrownBy(() -> Databases.start(shared.resolve("db")))
        .isInstanceOf(LocalPostgresFailure.FolderInUse.class);
  }

  @Test
  void writesNobodysTextInItsLog() throws Exception {
    assertThatThrownBy(() -> Databases.run(running, "select 'Karin Hemlig'::uuid"))
        .isInstanceOf(SQLException.class);
    assertThat(Files.readString(shared.resolve("db/server.log"))).doesNotContain("Karin");
  }

  @Test
  void saysThatThePortIsTaken() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Options options = Databases.quickOptions().withPort(other.getLocalPort());
      assertThatThrownBy(() -> LocalPostgres.start(temp, options))
          .isInstanceOf(LocalPostgresFailure.PortTaken.class)
          .hasMessageContaining(Integer.toString(other.getLocalPort()));
    }
  }

  @Test
  void saysThatAFolderHoldsNoPrograms() {
    assertThatThrownBy(() -> LocalPostgres.start(temp, Options.defaults().withPrograms(shared)))
        .isInstanceOf(LocalPostgresFailure.ProgramsMissing.class)
        .hasMessage("No postgres and initdb in " + shared);
  }

  @Test
  void saysThatTheDataIsOfAnotherVersion() throws IOException {
    Path data = Files.createDirectories(temp.resolve("server/data"));
    Files.writeString(data.resolve("PG_VERSION"), "14\n");
    assertThatThrownBy(() -> Databases.start(temp))
        .isInstanceOf(LocalPostgresFailure.WrongVersion.class)
        .hasMessageContaining("PostgreSQL 14 but the programs are 18");
  }

  @Test
  void saysThatTheFolderCannotBeMade() throws IOException {
    Path file = Files.createFile(temp.resolve("file"));
    assertThatThrownBy(() -> Databases.start(file.resolve("db")))
        .isInstanceOf(LocalPostgresFailure.FolderUnusable.class)
        .hasMessageContaining(file.toString());
  }

  @Test
  void leavesNothingOfAThrowaway() throws Exception {
    LocalPostgres postgres =
        LocalPostgres.throwaway(Databases.quickOptions().withSettings(Map.of("work_mem", "3MB")));
    assertThat(Databases.ask(postgres, "show work_mem")).isEqualTo("3MB");
    Path data = Files.readSymbolicLink(Path.of("/proc/" + postgres.pid() + "/cwd"));
    assertThat(data).isDirectory();

    postgres.close();
    postgres.close();

    assertThat(data.getParent().getParent()).doesNotExist();
  }

  @Test
  void becomesNobodyWhereRootMayNotHaveANamespace() throws Exception {
    assumeThat(OrdinaryUser.find()).isNotEqualTo(OrdinaryUser.MYSELF);
    Path open = Files.createTempDirectory(Path.of("/tmp"), "localpostgres-nobody-");
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
    try {
      startsAs(open.resolve("db"), OrdinaryUser.NOBODY);
      startsAs(open.resolve("db"), OrdinaryUser.NAMESPACE);
    } finally {
      Unpacking.remove(open);
    }
  }

  @Test
  void runsOnTheServersOldestSupportedVersion() throws Exception {
    Path programs = Path.of("/usr/lib/postgresql/15/bin");
    assumeThat(programs).isDirectory();
    try (LocalPostgres postgres =
        LocalPostgres.start(temp, Options.defaults().withPrograms(programs))) {
      assertThat(Databases.ask(postgres, "show server_version_num")).startsWith("15");
    }
  }

  private static void startsAs(Path folder, OrdinaryUser user) throws SQLException {
    Options options = Options.defaults();
    try (LocalPostgres postgres = LocalPostgres.start(folder, options, user)) {
      assertThat(Databases.ask(postgres, "select 1")).isEqualTo("1");
    }
  }
}
