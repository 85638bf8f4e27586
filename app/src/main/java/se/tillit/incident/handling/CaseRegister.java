package se.tillit.incident.handling;

import static org.jooq.impl.DSL.noCondition;
import static se.tillit.schema.incident.Tables.INCIDENT;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.audittrail.Detail;
import se.tillit.audittrail.Subject;
import se.tillit.audittrail.Trail;
import se.tillit.exchange.file.Markings;
import se.tillit.identity.Viewer;
import se.tillit.incident.Cases;
import se.tillit.incident.IncidentState;
import se.tillit.incident.ledger.Ledger;
import se.tillit.incident.routing.Routing;
import se.tillit.incident.routing.Terms;
import se.tillit.kernel.Refused;
import se.tillit.kernel.Stale;

/// What handlers write about cases, part by part, each against the version that was read.
@Component
class CaseRegister {

  private static final Duration AHEAD = Duration.ofMinutes(5);

  private final CaseStore store;
  private final CaseReading reading;
  private final Ledger ledger;
  private final Terms terms;
  private final Routing routing;
  private final Assignment assignment;
  private final Trail trail;

  CaseRegister(
      CaseStore store,
      CaseReading reading,
      Ledger ledger,
      Terms terms,
      Routing routing,
      Assignment assignment,
      Trail trail) {
    this.store = store;
    this.reading = reading;
    this.ledger = ledger;
    this.terms = terms;
    this.routing = routing;
    this.assignment = assignment;
    this.trail = trail;
  }

  /// Writes what was typed. A first assessment takes the case out of the heap of new reports; the
  /// moment when it was handled, or its absence, moves it on or back.
  @Transactional
  public Incident amend(Viewer viewer, UUID id, int version, TypedFields typed) {
    Incident before = reading.handled(viewer, id);
    demandOpen(before);
    if (before.version() != version) {
      throw new Stale("incident", id);
    }
    Map<CaseField, @Nullable Object> after = changes(before, typed);
    demandKnown(after);
    demandInTime(before, after);
    Map<Field<?>, @Nullable Object> columns = columns(before, after);
    IncidentState state = stateAfter(before, after, typed);
    columns.put(INCIDENT.STATE, state.name());
    if (!store.update(id, version, columns)) {
      throw new Stale("incident", id);
    }
    if (after.get(CaseField.BODY) instanceof UUID body
        && columns.get(INCIDENT.LEGAL_ENTITY_ID) instanceof UUID entity) {
      store.affect(id, body, entity);
    }
    tell(before, after, state);
    // She may have handed it over to where she reaches no longer.
    Incident changed = store.find(noCondition(), id).orElseThrow();
    sort(before, after, changed);
    return changed;
  }

  /// Nothing has happened yet that is to come, and nothing ended before it began. Forms know no
  /// seconds.
  private void demandInTime(Incident before, Map<CaseField, @Nullable Object> changes) {
    Instant latest = reading.now(before).plus(AHEAD);
    var moments = new EnumMap<CaseField, Instant>(CaseField.class);
    TypedFields.values(before)
        .forEach((field, was) -> {
          Object value = changes.containsKey(field) ? changes.get(field) : was;
          if (value instanceof Instant at) {
            moments.put(field, at.truncatedTo(ChronoUnit.MINUTES));
          }
        });
    for (CaseField field : changes.keySet()) {
      Instant at = moments.get(field);
      if (field.form() == CaseField.Form.MOMENT && at != null) {
        if (at.isAfter(latest)) {
          throw new Refused("incident.field.moment-ahead").at(field.key());
        }
        demandAfter(moments, CaseField.OCCURRED, CaseField.NOTICED);
        demandAfter(moments, CaseField.OCCURRED, CaseField.CONTAINED);
        demandAfter(moments, CaseField.OCCURRED, CaseField.HANDLED);
        demandAfter(moments, CaseField.CONTAINED, CaseField.HANDLED);
      }
    }
  }

  private static void demandAfter(
      Map<CaseField, Instant> moments, CaseField first, CaseField second) {
    Instant from = moments.get(first);
    Instant to = moments.get(second);
    if (from != null && to != null && to.isBefore(from)) {
      throw new Refused("incident.field.moment-order", from).at(second.key());
    }
  }

  static void demandOpen(Incident incident) {
    if (incident.state() == IncidentState.CLOSED) {
      throw new Refused("incident.closed.locked");
    }
  }

  private Map<CaseField, @Nullable Object> changes(Incident before, TypedFields typed) {
    Map<CaseField, @Nullable Object> was = TypedFields.values(before);
    var changes = new EnumMap<CaseField, @Nullable Object>(CaseField.class);
    typed
        .understood()
        .forEach((field, value) -> {
          if (!same(was.get(field), value)) {
            changes.put(field, value);
          }
        });
    Object kind = changes.get(CaseField.KIND);
    if (kind != null && !changes.containsKey(CaseField.GROUND)) {
      terms
          .find("kind", kind.toString())
          .filter(it -> it.secrecyGround() != null)
          .ifPresent(it -> changes.put(CaseField.GROUND, it.secrecyGround()));
    }
    return changes;
  }

  /// Forms know no seconds, so a moment is the same when its minute is.
  private static boolean same(@Nullable Object before, @Nullable Object after) {
    return before instanceof Instant
        ? TypedFields.shown(before).equals(TypedFields.shown(after))
        : Objects.equals(before, after);
  }

  private void demandKnown(Map<CaseField, @Nullable Object> values) {
    demandTerm("kind", CaseField.KIND, values);
    demandTerm("cause", CaseField.CAUSE, values);
    if (values.get(CaseField.BODY) instanceof UUID body && store.entityOf(body).isEmpty()) {
      throw new Refused("incident.body.unknown").at("body");
    }
    if (values.get(CaseField.HANDLER) instanceof UUID handler) {
      assignment.demandHandler(handler);
    }
    values.forEach((field, value) -> {
      if (value instanceof String text && field.form() != CaseField.Form.CHOICE) {
        Markings.in(text)
            .ifPresent(marking -> {
              throw new Refused("incident.field.marked", marking)
                  .by("säkerhetsskyddslagen 2 kap. 5 §")
                  .at(field.key());
            });
      }
    });
  }

  private void demandTerm(String list, CaseField field, Map<CaseField, @Nullable Object> values) {
    Object key = values.get(field);
    if (key != null && !terms.keys(list).contains(key.toString())) {
      throw new Refused("incident.field.choice-unknown").at(field.key());
    }
  }

  private Map<Field<?>, @Nullable Object> columns(
      Incident before, Map<CaseField, @Nullable Object> values) {
    var columns = new LinkedHashMap<Field<?>, @Nullable Object>();
    values.forEach((field, value) -> columns.put(field.column(), value));
    if (values.containsKey(CaseField.BODY)) {
      UUID body = (UUID) values.get(CaseField.BODY);
      columns.put(
          INCIDENT.LEGAL_ENTITY_ID, body == null ? null : store.entityOf(body).orElse(null));
      if (before.place().unit() != null) {
        // The unit answers to its own body; under another the case is the body's.
        columns.put(INCIDENT.UNIT_ID, null);
      }
    }
    return columns;
  }

  private static IncidentState stateAfter(
      Incident before, Map<CaseField, @Nullable Object> values, TypedFields typed) {
    boolean assessed = typed.texts().containsKey(CaseField.KIND);
    if (values.containsKey(CaseField.HANDLED)) {
      return values.get(CaseField.HANDLED) == null ? IncidentState.TRIAGED : IncidentState.HANDLED;
    }
    return before.state() == IncidentState.REPORTED && assessed
        ? IncidentState.TRIAGED
        : before.state();
  }

  /// To the trail go facts and that words changed; to the timeline what a reader looks for.
  private void tell(Incident before, Map<CaseField, @Nullable Object> after, IncidentState state) {
    Map<CaseField, @Nullable Object> was = TypedFields.values(before);
    Detail detail = Detail.none().changed("state", before.state().key(), state.key());
    for (CaseField field : after.keySet()) {
      detail =
          field.isWords()
              ? detail.with(field.key(), "changed")
              : detail.changed(field.key(), was.get(field), after.get(field));
    }
    UUID id = before.id();
    trail.record("incident.changed", Subject.of("incident", id, before.reference()), detail);
    if (before.state() == IncidentState.REPORTED && state != IncidentState.REPORTED) {
      ledger.note(id, "assessed", "");
    }
    for (CaseField field : Set.of(CaseField.CONTAINED, CaseField.HANDLED)) {
      if (after.get(field) instanceof Instant at) {
        ledger.event(id, new Cases.Happening(at, field.key(), ""), true);
      }
    }
    if (after.get(CaseField.CRISIS) instanceof Boolean crisis) {
      ledger.note(id, crisis ? "crisis-began" : "crisis-ended", "");
    }
    if (after.get(CaseField.HANDLER) instanceof UUID handler) {
      assignment.tell(id, before.reference(), handler);
    }
  }

  /// Whoever shall have it by what it has turned out to be, and has not, gets it now; an exercise
  /// is for those who take part.
  private void sort(Incident before, Map<CaseField, @Nullable Object> after, Incident now) {
    if (now.filed().exercise() != null) {
      return;
    }
    boolean first = before.state() == IncidentState.REPORTED;
    if (first
        || after.containsKey(CaseField.KIND)
        || after.containsKey(CaseField.BODY)
        || after.containsKey(CaseField.PERSONAL)) {
      routing.tell(
          new Routing.Sorted(
              now.id(),
              now.reference(),
              now.place().unit(),
              now.place().body(),
              now.judged().kind(),
              now.harm().personalData(),
              true));
    }
  }
}
