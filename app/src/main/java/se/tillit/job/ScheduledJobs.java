package se.tillit.job;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.kernel.Acting;
import se.tillit.kernel.Actor;
import se.tillit.kernel.Ids;

/// Puts work in the scheduler's table, in the caller's transaction: it exists if and only if that
/// commits.
@Component
class ScheduledJobs implements Jobs {

  /// Work stands in the table; told once the transaction has committed.
  record WorkWaits(UUID job) {}

  private final JobStore store;
  private final SchedulerClient scheduler;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  ScheduledJobs(
      JobStore store, SchedulerClient scheduler, ApplicationEventPublisher events, Clock clock) {
    this.store = store;
    this.scheduler = scheduler;
    this.events = events;
    this.clock = clock;
  }

  @Override
  @Transactional
  public UUID start(String kind, String task) {
    return start(kind, task, clock.instant());
  }

  @Override
  @Transactional
  public UUID start(String kind, String task, Instant at) {
    Actor actor = Acting.current();
    var person = actor.person();
    UUID id = Ids.next();
    var ticket =
        new JobTicket(
            actor.tenant().value(),
            person == null ? null : person.value(),
            actor.name(),
            kind,
            task);
    store.insert(id, ticket);
    scheduler.schedule(JobWorker.taskOf(kind).instance(id.toString()).data(ticket).scheduledTo(at));
    events.publishEvent(new WorkWaits(id));
    return id;
  }

  @Override
  public Optional<JobStatus> status(UUID job) {
    return store.status(job, null);
  }
}
