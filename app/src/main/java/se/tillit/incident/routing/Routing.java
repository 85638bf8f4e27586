package se.tillit.incident.routing;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.audittrail.Detail;
import se.tillit.audittrail.Subject;
import se.tillit.audittrail.Trail;
import se.tillit.identity.Role;
import se.tillit.kernel.Acting;
import se.tillit.kernel.PersonId;
import se.tillit.kernel.Refused;
import se.tillit.kernel.Stale;
import se.tillit.notification.Notice;
import se.tillit.notification.Notifications;

/// Sends each report to those who shall have it, by the tenant's own rules, and keeps the rules.
@Component
public class Routing {

  /// Roles that a route may name: those who may read a case.
  static final List<String> ROLES =
      List.of(
          Role.COORDINATOR.key(),
          Role.HEAD_OF_SECURITY.key(),
          Role.DATA_PROTECTION_OFFICER.key(),
          Role.MANAGER.key());

  private final RouteStore store;
  private final Recipients recipients;
  private final Terms terms;
  private final Notifications notifications;
  private final Trail trail;

  Routing(
      RouteStore store,
      Recipients recipients,
      Terms terms,
      Notifications notifications,
      Trail trail) {
    this.store = store;
    this.recipients = recipients;
    this.terms = terms;
    this.notifications = notifications;
    this.trail = trail;
  }

  /// What a route looks at.
  ///
  /// @param looked whether a handler has looked at it
  public record Sorted(
      UUID incident,
      String reference,
      @Nullable UUID unit,
      @Nullable UUID body,
      @Nullable String kind,
      String personalData,
      boolean looked) {}

  @Transactional(readOnly = true)
  public Configuration configuration() {
    return store.configuration();
  }

  @Transactional(readOnly = true)
  public List<Route> routes() {
    return store.routes();
  }

  /// Tells those who shall know of the case and have not been told. The message names the case by
  /// its reference alone.
  @Transactional
  public Set<UUID> tell(Sorted sorted) {
    Set<UUID> wanted = recipients.of(sorted, store.configuration(), store.routes());
    Set<UUID> fresh = store.keepRecipients(sorted.incident(), wanted);
    Notice notice =
        Notice.of(
            "incident.notice.reported", "/incidents/" + sorted.incident(), sorted.reference());
    fresh.stream()
        .filter(person -> !isMe(person))
        .forEach(person -> notifications.tell(new PersonId(person), notice));
    return fresh;
  }

  /// Tells those who had the case before it was put out of sight that they have it again.
  @Transactional
  public void tellAgain(UUID incident, String reference) {
    Notice notice = Notice.of("incident.notice.released", "/incidents/" + incident, reference);
    store.recipients(incident).stream()
        .filter(person -> !isMe(person))
        .forEach(person -> notifications.tell(new PersonId(person), notice));
  }

  /// Tells those who answer for protective security that something waits which nobody else may see.
  @Transactional
  public void tellOfSecurityProtection(UUID incident, String reference, @Nullable UUID body) {
    Notice notice =
        Notice.of(
            "incident.notice.security-protected", "/incidents/protected/" + incident, reference);
    recipients.guarding(body).forEach(person -> notifications.tell(new PersonId(person), notice));
  }

  @Transactional
  public void configure(Configuration wanted) {
    if (wanted.sizeLimit() < Configuration.MEGABYTE
        || wanted.sizeLimit() > 60 * Configuration.MEGABYTE) {
      throw new Refused("incident.configuration.size-wrong").at("megabytes");
    }
    Configuration before = store.configuration();
    if (!store.configure(wanted)) {
      throw new Stale("incident configuration", Acting.current().tenant());
    }
    trail.record(
        "incident.configured",
        new Subject("incident-configuration", null, ""),
        Detail.none()
            .changed("anonymousAllowed", before.anonymousAllowed(), wanted.anonymousAllowed())
            .changed("officerDirectly", before.officerDirectly(), wanted.officerDirectly())
            .changed("diaryDemanded", before.diaryDemanded(), wanted.diaryDemanded())
            .changed("defaultGround", before.defaultGround(), wanted.defaultGround())
            .changed("sizeLimit", before.sizeLimit(), wanted.sizeLimit()));
  }

  /// Adds a route; the id it comes with is not used.
  @Transactional
  public UUID add(Route route) {
    if ((route.role() == null) == (route.person() == null)) {
      throw new Refused("incident.route.whom-missing").at("role");
    }
    if (route.role() != null && !ROLES.contains(route.role())) {
      throw new Refused("incident.route.role-unknown").at("role");
    }
    if (route.person() != null && !store.mayRead(route.person(), ROLES)) {
      throw new Refused("incident.route.person-unread").at("person");
    }
    if (route.kind() != null && !terms.keys("kind").contains(route.kind())) {
      throw new Refused("incident.kind.unknown").at("kind");
    }
    if (route.body() != null && !store.knowsBody(route.body())) {
      throw new Refused("incident.body.unknown").at("body");
    }
    UUID id = store.insert(route);
    trail.record("incident.route-added", Subject.of("incident-route", id, ""), described(route));
    return id;
  }

  @Transactional
  public void remove(UUID id) {
    Route route = store.route(id);
    store.delete(id);
    trail.record("incident.route-removed", Subject.of("incident-route", id, ""), described(route));
  }

  private static Detail described(Route route) {
    return Detail.of("body", route.body())
        .with("kind", route.kind())
        .with("personalData", route.personalData())
        .with("role", route.role())
        .with("person", route.person());
  }

  private static boolean isMe(UUID person) {
    PersonId me = Acting.current().person();
    return me != null && me.value().equals(person);
  }
}
