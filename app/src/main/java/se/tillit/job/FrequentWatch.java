package se.tillit.job;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import se.tillit.identity.Tenants;
import se.tillit.kernel.Acting;
import se.tillit.kernel.Actor;

/// Goes through every tenant every minute; work that fails in one stops no other.
@Component
public class FrequentWatch {

  private static final Logger LOG = LoggerFactory.getLogger(FrequentWatch.class);

  private final Tenants tenants;
  private final List<FrequentWork> works;

  FrequentWatch(Tenants tenants, List<FrequentWork> works) {
    this.tenants = tenants;
    this.works = works;
  }

  public void watch() {
    for (Tenants.Tenant tenant : tenants.all()) {
      if (Thread.currentThread().isInterrupted()) {
        return;
      }
      Acting.run(Actor.system(tenant.id(), "Tillit"), () -> works.forEach(FrequentWatch::attempt));
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
