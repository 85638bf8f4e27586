package se.tillit.job;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import se.tillit.identity.Tenants;
import se.tillit.kernel.Acting;
import se.tillit.kernel.Actor;

/// Goes through every tenant at night and does each module's work there; one that fails stops no
/// other.
@Component
public class NightWatch {

  private static final Logger LOG = LoggerFactory.getLogger(NightWatch.class);

  private final Tenants tenants;
  private final List<NightlyWork> works;

  NightWatch(Tenants tenants, List<NightlyWork> works) {
    this.tenants = tenants;
    this.works = works;
  }

  public void watch() {
    for (Tenants.Tenant tenant : tenants.all()) {
      Acting.run(Actor.system(tenant.id(), "Tillit"), this::workOneTenant);
    }
  }

  private void workOneTenant() {
    for (NightlyWork work : works) {
      if (Thread.currentThread().isInterrupted()) {
        return;
      }
      try {
        work.run();
      } catch (Exception failure) {
        LOG.error("nightly work {} failed in {}", work.name(), Acting.current().tenant(), failure);
      }
    }
  }
}
