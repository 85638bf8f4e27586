package se.tillit.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.substring;
import static se.tillit.schema.audittrail.Tables.ENTRY;
import static se.tillit.schema.notification.Tables.NOTICE;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import se.tillit.Tillit;
import se.tillit.identity.Role;
import se.tillit.job.JobStatus;
import se.tillit.job.Jobs;
import se.tillit.testing.TestDatabase;
import se.tillit.testing.TillitTest;
import se.tillit.testing.Town;
import se.tillit.testing.Towns;

/// Nodes of two versions on one database, and a node that dies at its work.
@TillitTest
class TakeoverIT {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @Autowired Towns towns;
  @Autowired Jobs jobs;
  @Autowired DSLContext sql;
  @TempDir Path folder;

  private Town town;
  private String task;

  @BeforeEach
  void found() {
    town = towns.found();
    task = UUID.randomUUID().toString();
  }

  @Test
  void leavesWorkOfAnUnknownKindToANodeThatKnowsIt() throws Exception {
    UUID job = start();
    Thread.sleep(1500); // fifteen looks by the node that does not know it
    assertThat(status(job).state()).isEqualTo(JobStatus.State.WAITING);
    try (var newer = newerNode()) {
      assertThat(newer.isActive()).isTrue();
      await(() -> status(job).state() == JobStatus.State.DONE);
    }
    assertThat(steps()).containsExactlyElementsOf(everyStepOnce());
  }

  @Test
  void takesOverFromANodeThatIsKilledAtItsWork() throws Exception {
    UUID job = start();
    Process node = WorkingNode.start(TestDatabase.server(), folder);
    try {
      await(() -> steps().size() >= 3);
    } finally {
      node.destroyForcibly().waitFor();
    }
    assertThat(steps()).hasSizeLessThan(SlowWork.STEPS);
    assertThat(status(job).state()).isEqualTo(JobStatus.State.RUNNING);
    try (var other = newerNode()) {
      assertThat(other.isActive()).isTrue();
      await(() -> status(job).state() == JobStatus.State.DONE);
    }
    assertThat(steps()).containsExactlyElementsOf(everyStepOnce());
    assertThat(notices()).containsExactlyInAnyOrderElementsOf(everyStepOnce());
  }

  private UUID start() {
    return town.within(Role.COORDINATOR, () -> jobs.start(SlowWork.KIND, task));
  }

  /// What the one who asked for the work was told.
  private List<String> notices() {
    return town.within(() ->
        sql.select(substring(NOTICE.PATH, 2))
            .from(NOTICE)
            .where(NOTICE.PERSON_ID.eq(town.person(Role.COORDINATOR)))
            .fetch()
            .map(row -> row.value1()));
  }

  private JobStatus status(UUID job) {
    return town.within(() -> jobs.status(job).orElseThrow());
  }

  private List<String> steps() {
    return town.within(() ->
        sql.select(ENTRY.SUBJECT_NAME)
            .from(ENTRY)
            .where(ENTRY.SUBJECT_NAME.startsWith(task))
            .orderBy(ENTRY.NUMBER)
            .fetch(ENTRY.SUBJECT_NAME));
  }

  private List<String> everyStepOnce() {
    return IntStream.rangeClosed(1, SlowWork.STEPS).mapToObj(step -> task + " " + step).toList();
  }

  private static void await(BooleanSupplier happened) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!happened.getAsBoolean()) {
      assertThat(System.nanoTime()).as("patience").isLessThan(end);
      Thread.sleep(100);
    }
  }

  private static ConfigurableApplicationContext newerNode() {
    return new SpringApplicationBuilder(Tillit.class, SlowWork.class)
        .initializers(new TestDatabase())
        .run(
            "--server.port=0",
            "--tillit.jobs.poll=100ms",
            "--tillit.jobs.heartbeat=500ms",
            "--tillit.database.pool=5");
  }
}
