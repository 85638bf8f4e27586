package se.tillit.job;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import se.tillit.identity.Tenants;
import se.tillit.kernel.Acting;
import se.tillit.kernel.Actor;

/// Does one kind of work in every tenant; what fails in one stops no other. Each kind has a round
/// of its own every minute, so that a slow mail server holds up no clock.
@Component
public class FrequentWatch {

  private static final Logger LOG = LoggerFactory.getLogger(FrequentWatch.class);

  private final Tenants tenants;
  private final List<FrequentWork> works;

  FrequentWatch(Tenants tenants, List<FrequentWork> works) {
    this.tenants = tenants;
    this.works = works;
  }

  List<FrequentWork> works() {
    return works;
  }

  public void watch(FrequentWork work) {
    for (Tenants.Tenant tenant : tenants.all()) {
      if (Thread.currentThread().isInterrupted()) {
        return;
      }
      Acting.run(Actor.system(tenant.id(), "Tillit"), () -> attempt(work));
    }
  }

  private static void attempt(FrequentWork work) {
    try {
      work.run();
    } catch (Exception failure) {
      LOG.error("work {} failed in {}", work.name(), Acting.current().tenant(), failure);
    }
  }
}
