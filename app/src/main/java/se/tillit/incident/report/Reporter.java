package se.tillit.incident.report;

import java.util.function.Supplier;
import se.tillit.identity.Viewer;
import se.tillit.kernel.Acting;
import se.tillit.kernel.Actor;
import se.tillit.web.Words;

/// The one who reports, by name or without: without, neither the case nor the trail knows her.
record Reporter(Actor actor) {

  static Reporter of(Viewer viewer, boolean anonymous) {
    return new Reporter(
        anonymous
            ? Actor.system(viewer.tenant(), Words.SWEDISH.t("incident.anonymous"))
            : viewer.actor());
  }

  <T> T run(Supplier<T> work) {
    try {
      return Acting.as(actor, work::get);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
