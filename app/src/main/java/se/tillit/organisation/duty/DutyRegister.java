package se.tillit.organisation.duty;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.audittrail.Detail;
import se.tillit.audittrail.Subject;
import se.tillit.audittrail.Trail;
import se.tillit.identity.Viewer;
import se.tillit.kernel.Forbidden;
import se.tillit.kernel.Ids;
import se.tillit.kernel.Refused;
import se.tillit.kernel.Unknown;

/// Who holds which duty, and which duties the tenant has decided shall be filled (K-4.1.2).
@Component
public class DutyRegister {

  private final DutyStore store;
  private final AppointmentRule rule;
  private final Trail trail;

  DutyRegister(DutyStore store, AppointmentRule rule, Trail trail) {
    this.store = store;
    this.rule = rule;
    this.trail = trail;
  }

  /// As the viewer decides it, who gives no more away than she may.
  @Transactional
  public UUID give(Viewer viewer, NewHolding holding, String personName) {
    rule.demandGiving(viewer, holding);
    return give(holding, personName);
  }

  @Transactional
  public UUID give(NewHolding holding, String personName) {
    UUID id = Ids.next();
    store.insert(id, holding);
    trail.record(
        "organisation.duty-given",
        Subject.of("role-holding", id, personName),
        Detail.of("duty", holding.duty().key())
            .with("person", holding.person())
            .with("entity", holding.scope().entity())
            .with("body", holding.scope().body())
            .with("unit", holding.scope().unit())
            .with("deputy", holding.deputy())
            .with("from", holding.period().from())
            .with("to", holding.period().to()));
    return id;
  }

  @Transactional
  public void end(Viewer viewer, UUID holding, LocalDate last, String personName) {
    NewHolding.For place = store.placeOf(holding).orElseThrow(() -> new Unknown("duty", holding));
    rule.demandReach(viewer, place);
    String duty = store.end(holding, last).orElseThrow(() -> new Unknown("duty", holding));
    trail.record(
        "organisation.duty-ended",
        Subject.of("role-holding", holding, personName),
        Detail.of("duty", duty).with("last", last));
  }

  /// As the viewer decides it, who must answer for the whole tenant.
  @Transactional
  public void expect(Viewer viewer, Duty duty, String per, boolean deputy) {
    demandEverything(viewer);
    if (!Expectation.SCOPES.contains(per)) {
      throw new Refused("organisation.expected.per.unknown").at("per");
    }
    expect(duty, per, deputy);
  }

  /// @param per for whom one holder is expected: `tenant`, `legal_entity`, `body` or `unit`
  @Transactional
  public void expect(Duty duty, String per, boolean deputy) {
    UUID id = store.expect(Ids.next(), duty, per, deputy);
    trail.record(
        "organisation.duty-expected",
        Subject.of("role-holding", id, duty.key()),
        Detail.of("per", per).with("deputy", deputy));
  }

  /// The usual duties that are not expected yet; answers how many they were.
  @Transactional
  public int expectUsual(Viewer viewer) {
    demandEverything(viewer);
    Set<String> known = store.expected();
    List<Duty> missing = Duty.USUAL.stream().filter(duty -> !known.contains(duty.key())).toList();
    for (Duty duty : missing) {
      boolean each = duty == Duty.DATA_PROTECTION_CONTACT;
      expect(duty, each ? "body" : "tenant", duty == Duty.COORDINATOR);
    }
    return missing.size();
  }

  @Transactional
  public void expectNoMore(Viewer viewer, Duty duty) {
    demandEverything(viewer);
    if (store.expectNoMore(duty) == 0) {
      throw new Unknown("duty", duty.key());
    }
    trail.record(
        "organisation.duty-expected-no-more",
        new Subject("role-holding", null, duty.key()),
        Detail.none());
  }

  private static void demandEverything(Viewer viewer) {
    if (!viewer.demand(AppointmentRule.WRITE).everything()) {
      throw new Forbidden(AppointmentRule.WRITE);
    }
  }
}
