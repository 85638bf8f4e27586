package se.tillit.identity.demo;

import static java.util.Comparator.comparingInt;

import java.time.Duration;
import java.util.List;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.tillit.identity.DemoChapter;
import se.tillit.identity.Tenants;
import se.tillit.kernel.Acting;
import se.tillit.kernel.Actor;
import se.tillit.kernel.Ids;
import se.tillit.kernel.TenantId;

/// Writes the invented municipalities of a demo installation the first time it starts, each whole
/// or not at all.
@Component
class DemoTenants {

  private static final Logger LOG = LoggerFactory.getLogger(DemoTenants.class);
  private static final List<Invented> ALL =
      List.of(
          new Invented("kommunen", "Lindåsa kommun"), new Invented("mellerud", "Melleruds kommun"));

  private final Tenants tenants;
  private final List<DemoChapter> chapters;
  private final TransactionTemplate transaction;
  private final DSLContext sql;
  private final boolean demo;

  DemoTenants(
      Tenants tenants,
      List<DemoChapter> chapters,
      TransactionTemplate transaction,
      DSLContext sql,
      @Value("${tillit.demo}") boolean demo) {
    this.tenants = tenants;
    this.chapters = chapters.stream().sorted(comparingInt(DemoChapter::order)).toList();
    this.transaction = transaction;
    this.sql = sql;
    this.demo = demo;
  }

  private record Invented(String key, String name) {}

  @Order(Ordered.HIGHEST_PRECEDENCE)
  @EventListener(ApplicationReadyEvent.class)
  void writeMissing() {
    if (!demo) {
      return;
    }
    for (Invented one : ALL) {
      if (tenants.byKey(one.key()).isEmpty()) {
        long began = System.nanoTime();
        write(one);
        LOG.info(
            "wrote demo tenant {} in {} ms",
            one.key(),
            Duration.ofNanos(System.nanoTime() - began).toMillis());
      }
    }
  }

  private void write(Invented one) {
    var id = new TenantId(Ids.next());
    Acting.run(
        Actor.system(id, "Tillit"),
        () ->
            transaction.executeWithoutResult(status -> {
              tenants.open(id, one.key(), one.name(), true);
              chapters.forEach(chapter -> {
                chapter.write(one.key());
                // So much at once: the next chapter's questions are planned by what is there now.
                sql.execute("analyze");
              });
            }));
  }
}
