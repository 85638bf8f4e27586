package se.tillit.job;

import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import se.tillit.kernel.Acting;
import se.tillit.kernel.Actor;
import se.tillit.kernel.PersonId;
import se.tillit.kernel.Refused;
import se.tillit.kernel.TenantId;

/// Does the work: as the one who asked for it, in its tenant. A refusal ends it; anything else is
/// tried again.
@Component
class JobWorker {

  static final int TRIES = 3;

  private static final Logger LOG = LoggerFactory.getLogger(JobWorker.class);

  private final Map<String, JobKind> kinds;
  private final JobStore store;

  JobWorker(List<JobKind> kinds, JobStore store) {
    this.kinds = kinds.stream().collect(Collectors.toMap(JobKind::kind, Function.identity()));
    this.store = store;
  }

  Set<String> kinds() {
    return kinds.keySet();
  }

  /// What the scheduler calls work of a kind.
  static TaskDescriptor<JobTicket> taskOf(String kind) {
    return TaskDescriptor.of("work " + kind, JobTicket.class);
  }

  void work(TaskInstance<JobTicket> instance, ExecutionContext context) {
    JobTicket ticket = instance.getData();
    UUID id = UUID.fromString(instance.getId());
    UUID person = ticket.person();
    var actor =
        new Actor(
            new TenantId(ticket.tenant()),
            person == null ? null : new PersonId(person),
            ticket.name());
    Acting.run(actor, () -> attempt(id, ticket, context.getExecution().consecutiveFailures));
  }

  private void attempt(UUID id, JobTicket ticket, int failures) {
    JobKind kind = kinds.get(ticket.kind());
    if (kind == null) {
      throw new IllegalStateException("no such kind of work: " + ticket.kind());
    }
    try {
      store.progress(id, 0, 0);
      kind.run(ticket.task(), (done, total) -> store.progress(id, done, total));
      store.end(id, JobStatus.State.DONE, null);
    } catch (Refused refused) {
      kind.failed(ticket.task(), refused);
      store.end(id, JobStatus.State.FAILED, refused.messageKey());
    } catch (Exception failure) {
      LOG.error("work {} of kind {} failed", id, ticket.kind(), failure);
      if (failures + 1 >= TRIES) {
        kind.failed(ticket.task(), null);
        store.end(id, JobStatus.State.FAILED, "job.failed");
        return;
      }
      throw new IllegalStateException("work " + id + " will be tried again", failure);
    }
  }
}
