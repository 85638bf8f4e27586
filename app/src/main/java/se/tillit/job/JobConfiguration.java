package se.tillit.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.event.TransactionalEventListener;
import se.tillit.kernel.Sweden;

/// The scheduler: one table in the database, so that any number of nodes share the work and none
/// does it twice.
@Configuration(proxyBeanMethods = false)
class JobConfiguration {

  private static final String TABLE = "job.scheduled_tasks";

  /// Two in the morning in Sweden: once every night, also when there are two such hours or none.
  static final Schedule NIGHT = Schedules.daily(Sweden.ZONE, LocalTime.of(2, 0));

  private static final Schedule EVERY_MINUTE = Schedules.fixedDelay(Duration.ofMinutes(1));

  @Bean
  SchedulerClient schedulerClient(DataSource dataSource) {
    return SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource))
        .tableName(TABLE)
        .build();
  }

  @Bean
  Running running(
      DataSource dataSource,
      JobWorker worker,
      NightWatch night,
      FrequentWatch frequent,
      @Value("${tillit.jobs:true}") boolean enabled,
      @Value("${tillit.jobs.poll:1s}") Duration poll,
      @Value("${tillit.jobs.heartbeat:10s}") Duration heartbeat) {
    RecurringTask<Void> watch =
        Tasks.recurring("night", NIGHT).execute((instance, context) -> night.watch());
    var rounds = new ArrayList<RecurringTask<Void>>();
    rounds.add(watch);
    for (FrequentWork work : frequent.works()) {
      rounds.add(
          Tasks.recurring("often " + work.name(), EVERY_MINUTE)
              .execute((instance, context) -> frequent.watch(work)));
    }
    Scheduler scheduler =
        Scheduler.create(dataSource, works(worker))
            .startTasks(rounds)
            .tableName(TABLE)
            // One more than the letters and the longest work take: the clocks go on.
            .threads(3)
            .pollingInterval(poll)
            .heartbeatInterval(heartbeat)
            .missedHeartbeatsLimit(6)
            .shutdownMaxWait(Duration.ofSeconds(20))
            .build();
    return new Running(scheduler, enabled);
  }

  /// One task for each kind of work: a node takes no work of a kind that it does not know, and
  /// leaves it to those that do. So nodes of two versions can share a database while they are
  /// upgraded.
  private static List<Task<?>> works(JobWorker worker) {
    var works = new ArrayList<Task<?>>();
    for (String kind : worker.kinds()) {
      works.add(
          Tasks.oneTime(JobWorker.taskOf(kind))
              .onFailure(
                  new FailureHandler.MaxRetriesFailureHandler<>(
                      JobWorker.TRIES,
                      new FailureHandler.ExponentialBackoffFailureHandler<>(Duration.ofSeconds(5))))
              .execute(worker::work));
    }
    return works;
  }

  /// Starts once all is ready and stops before anything it stands on.
  static class Running {

    private final Scheduler scheduler;
    private final boolean enabled;

    Running(Scheduler scheduler, boolean enabled) {
      this.scheduler = scheduler;
      this.enabled = enabled;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
      if (enabled) {
        scheduler.start();
      }
    }

    /// Work of this node's own begins at once; that of others when it looks.
    @TransactionalEventListener
    void look(ScheduledJobs.WorkWaits work) {
      if (enabled) {
        scheduler.triggerCheckForDueExecutions();
      }
    }

    @EventListener(ContextClosedEvent.class)
    void end() {
      scheduler.stop();
    }
  }
}
