package se.tillit.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import se.tillit.Tillit;
import se.tillit.audittrail.Subject;
import se.tillit.audittrail.Trail;
import se.tillit.audittrail.TrailExport;
import se.tillit.audittrail.TrailFile;
import se.tillit.job.Jobs;
import se.tillit.kernel.Acting;
import se.tillit.kernel.Actor;
import se.tillit.kernel.Ids;
import se.tillit.testing.CountedWork;
import se.tillit.testing.TestDatabase;
import se.tillit.testing.TillitTest;
import se.tillit.testing.Town;
import se.tillit.testing.Towns;

/// Two nodes behind one address, on one database: no work is done twice, and the trail does not
/// fork.
@TillitTest
@Tag("M-2.1d")
class TwoNodesIT {

  private static final int EACH = 150;

  @Autowired Towns towns;
  @Autowired ApplicationContext one;
  @TempDir Path folder;

  @Test
  void shareTheWorkAndTheTrail() throws Exception {
    Town town = towns.found();
    var actor = Actor.system(town.tenant().id(), "Prov");
    try (var two = secondNode()) {
      writeOnBoth(two, actor);
      assertThat(trailOf(actor)).isTrue();
      List<String> tasks = startOnBoth(two, actor);
      awaitAll(tasks);
      assertThat(tasks).allSatisfy(task -> assertThat(CountedWork.DONE.get(task)).hasValue(1));
    }
  }

  private void writeOnBoth(ApplicationContext two, Actor actor) throws Exception {
    List<Callable<Object>> writes = new ArrayList<>();
    for (int number = 0; number < EACH; number++) {
      for (var node : List.of(one, two)) {
        writes.add(() ->
            Acting.as(
                actor,
                () ->
                    node.getBean(TransactionTemplate.class)
                        .execute(status -> {
                          var thing = Subject.of("thing", Ids.next(), "sak");
                          node.getBean(Trail.class).record("thing.made", thing);
                          return thing;
                        })));
      }
    }
    try (var pool = Executors.newFixedThreadPool(8)) {
      for (var done : pool.invokeAll(writes)) {
        done.get();
      }
    }
  }

  private boolean trailOf(Actor actor) throws Exception {
    Path file = folder.resolve("trail.txt");
    try (var out = Files.newOutputStream(file)) {
      long entries = Acting.as(actor, () -> one.getBean(TrailExport.class).write(out));
      assertThat(entries).isEqualTo(2L * EACH + 1);
    }
    return TrailFile.verify(List.of(file.toString()), new PrintStream(new ByteArrayOutputStream()));
  }

  private List<String> startOnBoth(ApplicationContext two, Actor actor) throws Exception {
    List<String> tasks = new ArrayList<>();
    for (int number = 0; number < 40; number++) {
      String task = UUID.randomUUID().toString();
      var jobs = (number % 2 == 0 ? one : two).getBean(Jobs.class);
      Acting.as(actor, () -> jobs.start(CountedWork.KIND, task));
      tasks.add(task);
    }
    return tasks;
  }

  private static void awaitAll(List<String> tasks) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!CountedWork.DONE.keySet().containsAll(tasks) && System.nanoTime() < end) {
      Thread.sleep(50);
    }
    Thread.sleep(500); // time enough for a second node to do one again
  }

  private static ConfigurableApplicationContext secondNode() {
    return new SpringApplicationBuilder(Tillit.class, CountedWork.class)
        .initializers(new TestDatabase())
        .run("--server.port=0", "--tillit.jobs.poll=100ms", "--tillit.database.pool=8");
  }
}
