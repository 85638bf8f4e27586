package se.tillit.followup;

import static org.jooq.impl.DSL.min;
import static se.tillit.schema.organisation.Tables.PUBLISHED_MEETING;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import se.tillit.identity.DemoChapter;
import se.tillit.identity.Tenants;
import se.tillit.kernel.Sweden;
import tools.jackson.databind.json.JsonMapper;

/// Last year's reports, handled by all boards but one, and this year's drafts.
@Component
class DemoReports implements DemoChapter {

  private static final Map<String, String> WORDS =
      Map.of(
          "summary",
          "Fler enheter än i fjol håller sitt register aktuellt, men klassningen släpar efter i de"
              + " stora verksamheterna. Det som brådskar mest är tillgångar vars ägare har slutat.",
          "work",
          "Under året har alla förvaltningar gått igenom sina informationstillgångar. Nya rutiner för"
              + " byte av chef gör att ansvaret flyttar med samma dag.",
          "next",
          "Klassningen av de viktigaste systemen slutförs före sommaren. Övningar hålls i september.",
          "decision",
          "att lägga rapporten till handlingarna,\natt ge förvaltningen i uppdrag att åtgärda bristerna"
              + " före den 30 juni.");

  private final ReportStore store;
  private final ReportGathering gathering;
  private final Tenants tenants;
  private final DSLContext sql;
  private final Clock clock;

  DemoReports(
      ReportStore store, ReportGathering gathering, Tenants tenants, DSLContext sql, Clock clock) {
    this.store = store;
    this.gathering = gathering;
    this.tenants = tenants;
    this.sql = sql;
    this.clock = clock;
  }

  @Override
  public int order() {
    return 60;
  }

  @Override
  public void write(String tenantKey) {
    String name = tenants.byKey(tenantKey).map(Tenants.Tenant::name).orElse(tenantKey);
    int year = Sweden.today(clock).getYear();
    List<ReportStore.Recipient> recipients = store.recipients(ReportStore.everyRecipient());
    for (int at = 0; at < recipients.size(); at++) {
      ReportStore.Recipient recipient = recipients.get(at);
      lastYear(name, recipient, year, at);
      UUID draft = store.draft("annual", recipient.id(), year);
      if (recipient.kind().equals("executive_board")) {
        store.write(draft, WORDS, "KS " + year + "/1" + at + "4");
      }
    }
  }

  private void lastYear(String tenant, ReportStore.Recipient recipient, int year, int at) {
    LocalDate frozen = LocalDate.of(year, 1, 31);
    if (frozen.isAfter(Sweden.today(clock))) {
      return;
    }
    UUID id = store.draft("annual", recipient.id(), year - 1);
    store.write(id, WORDS, year + "-00" + (118 + 7 * at));
    ReportFacts facts =
        gathering.gather(tenant, recipient.id(), recipient.kind(), recipient.name());
    ReportFacts then =
        new ReportFacts(
            facts.tenant(),
            frozen,
            facts.document(),
            facts.clauses(),
            facts.figures(),
            facts.parts());
    store.freeze(
        standing(id),
        JsonMapper.shared().writeValueAsString(then),
        frozen.atTime(9, 0).atZone(Sweden.ZONE).toInstant());
    store.deliver(standing(id), frozen.plusDays(3));
    LocalDate meeting = meetingAfter(recipient.id(), frozen.plusDays(10));
    if (at != 2 && !meeting.isAfter(Sweden.today(clock))) {
      store.handle(standing(id), meeting, "§ " + (11 + 3 * at));
    }
  }

  private LocalDate meetingAfter(UUID body, LocalDate day) {
    LocalDate first =
        sql.select(min(PUBLISHED_MEETING.DAY))
            .from(PUBLISHED_MEETING)
            .where(PUBLISHED_MEETING.BODY_ID.eq(body))
            .and(PUBLISHED_MEETING.DAY.ge(day))
            .fetchSingle()
            .value1();
    return first == null ? day.plusDays(14) : first;
  }

  private Report standing(UUID id) {
    return store.find(id).orElseThrow();
  }
}
