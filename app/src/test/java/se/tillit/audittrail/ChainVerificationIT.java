package se.tillit.audittrail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.tillit.identity.Role;
import se.tillit.kernel.Acting;
import se.tillit.kernel.Actor;
import se.tillit.kernel.Ids;
import se.tillit.testing.TestDatabase;
import se.tillit.testing.TillitTest;
import se.tillit.testing.Town;
import se.tillit.testing.Towns;

/// Someone who owns the database goes round the triggers; the walk finds it.
@TillitTest
@Tag("M-2.1d")
class ChainVerificationIT {

  @Autowired Towns towns;
  @Autowired DSLContext sql;
  @Autowired Trail trail;
  @Autowired ChainVerification verification;
  @Autowired NightlyVerification nightly;
  @Autowired Checkpoints checkpoints;

  @Test
  void findsAChainWholeAndSignsIt() throws Exception {
    Town town = written(5);
    Acting.run(actor(town), nightly::run);
    assertThat(town.within(() -> verification.latest()).orElseThrow().whole()).isTrue();
    assertThat(town.within(() -> checkpoints.all())).singleElement().matches(Seal::isGenuine);
  }

  @Test
  void findsTheEntryThatTheDatabasesOwnerAlteredAndDoesNotSign() throws Exception {
    Town town = written(5);
    tamper(town, "update audittrail.entry set subject_name = 'annat' where number = 3");
    Acting.run(actor(town), nightly::run);
    var verdict = town.within(() -> verification.latest()).orElseThrow();
    assertThat(verdict.problem()).isEqualTo("altered");
    assertThat(verdict.brokenAt()).isEqualTo(3);
    assertThat(town.within(() -> checkpoints.all())).isEmpty();
  }

  @Test
  void findsThatTheLastEntriesAreGone() throws Exception {
    Town town = written(5);
    tamper(town, "delete from audittrail.entry where number > 4");
    var verdict = Acting.as(actor(town), () -> verification.verify(done -> {}));
    assertThat(verdict.problem()).isEqualTo("cut");
    assertThat(verdict.brokenAt()).isEqualTo(4);
  }

  @Test
  void findsACheckpointByAKeyThatIsNotTheInstallations() throws Exception {
    Town town = written(3);
    Path elsewhere = Files.createTempDirectory("trail");
    var stranger = new SigningKey("", elsewhere, Set.of());
    town.within(() -> new Checkpoints(sql, stranger, Clock.systemUTC()).sign());
    var verdict = Acting.as(actor(town), () -> verification.verify(done -> {}));
    assertThat(verdict.problem()).isEqualTo("stranger");
    var heir =
        new SigningKey(
            "", Files.createTempDirectory("trail"), Set.of(Seal.fingerprint(stranger.publicKey())));
    assertThat(heir.isOurs(stranger.publicKey())).isTrue();
  }

  private Town written(int entries) {
    Town town = towns.found();
    for (int entry = 0; entry < entries; entry++) {
      town.within(
          Role.COORDINATOR,
          () -> {
            trail.record("thing.made", Subject.of("thing", Ids.next(), "sak"));
            return null;
          });
    }
    return town;
  }

  private static Actor actor(Town town) {
    return Actor.system(town.tenant().id(), "Prov");
  }

  private static void tamper(Town town, String statement) throws Exception {
    var server = TestDatabase.server();
    UUID tenant = town.tenant().id().value();
    try (Connection connection =
            DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
        Statement sql = connection.createStatement()) {
      connection.setAutoCommit(false);
      sql.execute("select set_config('tillit.tenant', '" + tenant + "', true)");
      sql.execute("alter table audittrail.entry disable trigger user");
      sql.execute(statement);
      sql.execute("alter table audittrail.entry enable trigger user");
      connection.commit();
    }
  }
}
