package se.tillit.incident.draft;

import static org.jooq.impl.DSL.inline;
import static se.tillit.schema.incident.Tables.CLOCK;
import static se.tillit.schema.incident.Tables.DRAFT;
import static se.tillit.schema.incident.Tables.INCIDENT;

import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import se.tillit.identity.DemoChapter;
import se.tillit.incident.CaseTime;

/// Drafts of what the invented incidents have to tell: those that were sent, those under way, and
/// letters in two languages.
@Component
class DemoDrafts implements DemoChapter {

  private static final String GROUP = "Vårdnadshavare och elever";

  private final DSLContext sql;
  private final Folders folders;
  private final DraftStore store;
  private final CaseTime time;

  DemoDrafts(DSLContext sql, Folders folders, DraftStore store, CaseTime time) {
    this.sql = sql;
    this.folders = folders;
    this.store = store;
    this.time = time;
  }

  @Override
  public int order() {
    return 900;
  }

  @Override
  public void write(String tenantKey) {
    sql.selectDistinct(INCIDENT.ID, INCIDENT.REFERENCE, INCIDENT.EXERCISE_ID)
        .from(INCIDENT)
        .join(CLOCK)
        .on(CLOCK.TENANT_ID.eq(INCIDENT.TENANT_ID))
        .and(CLOCK.INCIDENT_ID.eq(INCIDENT.ID))
        .where(INCIDENT.SECURITY_PROTECTION.eq(inline("NO")))
        .fetch(row ->
            new Folder.Of(
                row.value1(), null, row.value2(), row.value3() != null, time.now(row.value3())))
        .forEach(this::write);
  }

  // What was sent is begun first: what follows is filled from it.
  private void write(Folder.Of of) {
    for (boolean sent : new boolean[] {true, false}) {
      Folder folder = folders.open(of);
      folder.steps().stream()
          .filter(it -> it.live() && (it.sent() != null) == sent)
          .forEach(it -> begin(folder, it));
    }
  }

  private void begin(Folder folder, ClockedStep step) {
    ClockedStep.Submitted sent = step.sent();
    String stage = sent == null ? step.code() : sent.stage();
    boolean asks =
        step.stages(folder.rule(step).regime()).stream().anyMatch(it -> it.code().equals(stage));
    if (!asks) {
      return;
    }
    for (String language : step.isLetter() ? List.of("sv", "en") : List.of("sv")) {
      var series = new DraftRow.Series(stage, step.isLetter() ? GROUP : "", language);
      UUID id = store.insert(step, series, folder.filled(step, series));
      if (sent != null) {
        sql.update(DRAFT).set(DRAFT.MADE_AT, sent.recordedAt()).where(DRAFT.ID.eq(id)).execute();
      }
    }
  }
}
