package se.tillit.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/// The scheduler: one table in the database, so that any number of nodes share the work and none
/// does it twice.
@Configuration(proxyBeanMethods = false)
class JobConfiguration {

  private static final String TABLE = "job.scheduled_tasks";
  private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

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
      @Value("${tillit.jobs.poll:1s}") Duration poll) {
    OneTimeTask<JobTicket> work =
        Tasks.oneTime(JobWorker.WORK)
            .onFailure(
                new FailureHandler.MaxRetriesFailureHandler<>(
                    JobWorker.TRIES,
                    new FailureHandler.ExponentialBackoffFailureHandler<>(Duration.ofSeconds(5))))
            .execute(worker::work);
    RecurringTask<Void> watch =
        Tasks.recurring("night", Schedules.daily(SWEDEN, LocalTime.of(2, 0)))
            .execute((instance, context) -> night.watch());
    RecurringTask<Void> often =
        Tasks.recurring("often", Schedules.fixedDelay(Duration.ofMinutes(5)))
            .execute((instance, context) -> frequent.watch());
    Scheduler scheduler =
        Scheduler.create(dataSource, work)
            .startTasks(watch, often)
            .tableName(TABLE)
            .threads(2)
            .pollingInterval(poll)
            .heartbeatInterval(Duration.ofSeconds(10))
            .missedHeartbeatsLimit(6)
            .shutdownMaxWait(Duration.ofSeconds(20))
            .build();
    return new Running(scheduler, enabled);
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

    @EventListener(ContextClosedEvent.class)
    void end() {
      scheduler.stop();
    }
  }
}
