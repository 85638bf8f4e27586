package se.tillit.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.tillit.kernel.Refused;
import se.tillit.testing.TillitTest;
import se.tillit.testing.Town;
import se.tillit.testing.Towns;

@TillitTest
@Tag("K-4e")
class JobWorkerIT {

  @Autowired Towns towns;
  @Autowired JobStore store;

  @Test
  void tellsRefusedWorkThatItFailed() {
    var work = new Failing(new Refused("web.cursor.malformed"));
    attempt(work, 0);
    assertThat(work.told).containsExactly("web.cursor.malformed");
  }

  @Test
  void tellsBrokenWorkThatItFailedOnceItIsNotTriedAgain() {
    var work = new Failing(new IllegalArgumentException("broken"));
    assertThatThrownBy(() -> attempt(work, 0)).isInstanceOf(IllegalStateException.class);
    assertThat(work.told).isEmpty();
    attempt(work, JobWorker.TRIES - 1);
    assertThat(work.told).containsExactly("broken");
  }

  private void attempt(Failing work, int failures) {
    Town town = towns.found();
    var ticket = new JobTicket(town.tenant().id().value(), null, "Tillit", work.kind(), "task");
    var instance = new TaskInstance<>("work", UUID.randomUUID().toString(), ticket);
    var execution = new Execution(Instant.now(), instance);
    execution.consecutiveFailures = failures;
    new JobWorker(List.of(work), store)
        .work(instance, new ExecutionContext(null, execution, null, null));
  }

  private static final class Failing implements JobKind {

    private final RuntimeException failure;
    private final List<String> told = new ArrayList<>();

    private Failing(RuntimeException failure) {
      this.failure = failure;
    }

    @Override
    public String kind() {
      return "failing";
    }

    @Override
    public void run(String task, Progress progress) {
      throw failure;
    }

    @Override
    public void failed(String task, @Nullable Refused why) {
      told.add(why == null ? "broken" : why.messageKey());
    }
  }
}
