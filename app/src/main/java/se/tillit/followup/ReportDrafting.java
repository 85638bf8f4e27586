package se.tillit.followup;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.audittrail.Detail;
import se.tillit.audittrail.Subject;
import se.tillit.audittrail.Trail;
import se.tillit.identity.Tenants;
import se.tillit.kernel.Acting;
import tools.jackson.databind.json.JsonMapper;

/// Gathers what drafts tell and keeps it with them: once for a whole round, or for one that nobody
/// has gathered for yet.
@Component
class ReportDrafting {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final ReportStore store;
  private final ReportGathering gathering;
  private final Tenants tenants;
  private final Trail trail;
  private final Clock clock;

  ReportDrafting(
      ReportStore store, ReportGathering gathering, Tenants tenants, Trail trail, Clock clock) {
    this.store = store;
    this.gathering = gathering;
    this.tenants = tenants;
    this.trail = trail;
    this.clock = clock;
  }

  /// What each of these reports tells today, as it is kept.
  @Transactional
  Map<UUID, String> gather(List<UUID> reports) {
    ReportGathering.Ground ground = gathering.ground(tenantName(), null);
    Map<UUID, String> kinds = new HashMap<>();
    store.recipients().forEach(it -> kinds.put(it.id(), it.kind()));
    Map<UUID, String> gathered = new HashMap<>();
    for (Report report : store.all(reports)) {
      String kind = kinds.getOrDefault(report.body(), "board");
      ReportFacts facts = gathering.gather(ground, report, kind);
      gathered.put(report.id(), JSON.writeValueAsString(facts));
    }
    return gathered;
  }

  /// Gathers anew for drafts, and keeps it with them.
  @Transactional
  void keep(List<UUID> drafts) {
    gather(drafts).forEach((id, facts) -> store.keep(id, facts, clock.instant()));
  }

  /// The same because somebody asked for it.
  @Transactional
  void refresh(Report draft) {
    keep(List.of(draft.id()));
    trail.record(
        "report.gathered",
        Subject.of("report", draft.id(), draft.bodyName() + " " + draft.period()),
        Detail.none());
  }

  static ReportFacts read(String kept) {
    return JSON.readValue(kept, ReportFacts.class);
  }

  private String tenantName() {
    return tenants.all().stream()
        .filter(it -> it.id().equals(Acting.current().tenant()))
        .findFirst()
        .orElseThrow()
        .name();
  }
}
