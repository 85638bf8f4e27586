package se.tillit.followup;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
  private final ReportRounds rounds;
  private final ReportGathering gathering;
  private final Tenants tenants;
  private final Clock clock;

  DemoReports(
      ReportStore store,
      ReportRounds rounds,
      ReportGathering gathering,
      Tenants tenants,
      Clock clock) {
    this.store = store;
    this.rounds = rounds;
    this.gathering = gathering;
    this.tenants = tenants;
    this.clock = clock;
  }

  @Override
  public int order() {
    return 60;
  }

  @Override
  public void write(String tenantKey) {
    String name = tenants.byKey(tenantKey).map(Tenants.Tenant::name).orElse(tenantKey);
    LocalDate today = Sweden.today(clock);
    List<ReportRounds.Past> past = rounds.past(today.minusMonths(13));
    for (int at = 0; at < past.size(); at++) {
      settle(name, past.get(at), at);
    }
    ReportPeriod thisYear = ReportPeriod.annual(today.getYear());
    for (ReportStore.Recipient recipient : rounds.recipients(thisYear)) {
      UUID draft = store.draft(thisYear, recipient.id(), ReportStore.Occasion.NONE);
      if (recipient.kind().equals("executive_board")) {
        store.write(standing(draft), WORDS, "KS " + today.getYear() + "/104");
      }
    }
  }

  // The third is delivered and waits for its meeting.
  private void settle(String tenant, ReportRounds.Past past, int at) {
    LocalDate today = Sweden.today(clock);
    LocalDate frozen = past.due().minusDays(3);
    UUID id = store.draft(past.about(), past.recipient().id(), ReportStore.Occasion.NONE);
    store.write(standing(id), WORDS, frozen.getYear() + "-00" + (118 + 7 * at));
    ReportFacts then =
        gathering.gather(gathering.ground(tenant, frozen), standing(id), past.recipient().kind());
    store.freeze(
        standing(id),
        JsonMapper.shared().writeValueAsString(then),
        frozen.atTime(9, 0).atZone(Sweden.ZONE).toInstant());
    store.deliver(standing(id), past.due());
    if (at != 2 && !past.settled().isAfter(today)) {
      store.handle(standing(id), past.settled(), "§ " + (11 + 3 * at));
    }
  }

  private Report standing(UUID id) {
    return store.find(id).orElseThrow();
  }
}
