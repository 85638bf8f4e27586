package se.tillit.incident.handling;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.length;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static se.tillit.schema.improvement.Tables.PUBLISHED_ACTION;
import static se.tillit.schema.incident.Tables.AFFECTED_ASSET;
import static se.tillit.schema.incident.Tables.AFFECTED_CARRIER;
import static se.tillit.schema.incident.Tables.CLOCK;
import static se.tillit.schema.incident.Tables.INCIDENT;
import static se.tillit.schema.incident.Tables.RELATION;
import static se.tillit.schema.incident.Tables.WORD;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.audittrail.Detail;
import se.tillit.audittrail.Subject;
import se.tillit.audittrail.Trail;
import se.tillit.identity.Viewer;
import se.tillit.incident.CaseScope;
import se.tillit.incident.CaseTime;
import se.tillit.incident.IncidentState;
import se.tillit.incident.ledger.Ledger;
import se.tillit.kernel.Acting;
import se.tillit.kernel.Refused;
import se.tillit.kernel.Stale;

/// How cases hang together: related, with one root cause, or reports of the same event.
@Component
public class Relations {

  private static final Set<String> KINDS = Set.of("related", "same-cause");
  private static final Duration NEAR = Duration.ofDays(14);
  private static final int MOST = 5;
  private static final int ENOUGH = 3;

  private final DSLContext sql;
  private final CaseReading reading;
  private final CaseStore store;
  private final Affected affected;
  private final Ledger ledger;
  private final Trail trail;
  private final CaseTime time;

  Relations(
      DSLContext sql,
      CaseReading reading,
      CaseStore store,
      Affected affected,
      Ledger ledger,
      Trail trail,
      CaseTime time) {
    this.sql = sql;
    this.reading = reading;
    this.store = store;
    this.affected = affected;
    this.ledger = ledger;
    this.trail = trail;
    this.time = time;
  }

  /// Another case: how it hangs together with this one.
  ///
  /// @param kind `related`, `same-cause`, `duplicate` (of this one), `original` or `likely`
  /// @param words how many telling words they share, when it is likely the same
  /// @param things how many struck assets and carriers they share
  public record Other(
      UUID id, String reference, String title, String state, String kind, int words, int things) {}

  @Transactional(readOnly = true)
  public List<Other> of(Viewer viewer, Incident incident) {
    Field<String> tie = field(name("others", "tie"), String.class);
    UUID original = incident.filed().duplicateOf();
    var others =
        select(RELATION.OTHER_ID.as("id"), RELATION.KIND.as("tie"))
            .from(RELATION)
            .where(RELATION.INCIDENT_ID.eq(incident.id()))
            .union(
                select(RELATION.INCIDENT_ID, RELATION.KIND)
                    .from(RELATION)
                    .where(RELATION.OTHER_ID.eq(incident.id())))
            .union(
                select(INCIDENT.ID, val("duplicate"))
                    .from(INCIDENT)
                    .where(INCIDENT.DUPLICATE_OF.eq(incident.id())))
            .union(
                select(INCIDENT.ID, val("original"))
                    .from(INCIDENT)
                    .where(INCIDENT.ID.eq(original == null ? new UUID(0, 0) : original)))
            .asTable("others");
    return sql.select(INCIDENT.ID, INCIDENT.REFERENCE, INCIDENT.TITLE, INCIDENT.STATE, tie)
        .from(others)
        .join(INCIDENT)
        .on(INCIDENT.ID.eq(others.field("id", UUID.class)))
        .where(CaseScope.seenBy(viewer))
        .orderBy(INCIDENT.REFERENCE)
        .limit(100)
        .fetch(row ->
            new Other(row.value1(), row.value2(), row.value3(), row.value4(), row.value5(), 0, 0));
  }

  /// Cases that may be of the same event: noticed within two weeks of this one, and sharing telling
  /// words or what they strike.
  @Transactional(readOnly = true)
  public List<Other> likely(Viewer viewer, Incident incident) {
    Instant around = incident.moments().noticedAt();
    if (around == null || incident.filed().duplicateOf() != null) {
      return List.of();
    }
    UUID id = incident.id();
    var mine = WORD.as("mine");
    Field<Integer> words =
        field(
            select(count())
                .from(WORD)
                .join(mine)
                .on(mine.TENANT_ID.eq(WORD.TENANT_ID))
                .and(mine.WORD_.eq(WORD.WORD_))
                .where(WORD.INCIDENT_ID.eq(INCIDENT.ID))
                .and(mine.INCIDENT_ID.eq(id))
                .and(length(WORD.WORD_).ge(6)));
    Field<Integer> things = sharedThings(id);
    return sql.select(
            INCIDENT.ID, INCIDENT.REFERENCE, INCIDENT.TITLE, INCIDENT.STATE, words, things)
        .from(INCIDENT)
        .where(INCIDENT.NOTICED_AT.between(around.minus(NEAR), around.plus(NEAR)))
        .and(INCIDENT.ID.ne(id))
        .and(INCIDENT.DUPLICATE_OF.isNull())
        .and(INCIDENT.EXERCISE_ID.isNotDistinctFrom(incident.filed().exercise()))
        .and(CaseScope.seenBy(viewer))
        .and(words.plus(things.times(ENOUGH)).ge(ENOUGH))
        .orderBy(words.plus(things.times(ENOUGH)).desc(), INCIDENT.ID)
        .limit(MOST)
        .fetch(row ->
            new Other(
                row.value1(),
                row.value2(),
                row.value3(),
                row.value4(),
                "likely",
                row.value5(),
                row.value6()));
  }

  private static Field<Integer> sharedThings(UUID id) {
    var theirs = AFFECTED_ASSET.as("theirs");
    var its = AFFECTED_CARRIER.as("its");
    Field<Integer> assets =
        field(
            select(countDistinct(theirs.ASSET_ID))
                .from(theirs)
                .join(AFFECTED_ASSET)
                .on(AFFECTED_ASSET.TENANT_ID.eq(theirs.TENANT_ID))
                .and(AFFECTED_ASSET.ASSET_ID.eq(theirs.ASSET_ID))
                .where(theirs.INCIDENT_ID.eq(INCIDENT.ID))
                .and(AFFECTED_ASSET.INCIDENT_ID.eq(id)));
    Field<Integer> carriers =
        field(
            select(countDistinct(its.CARRIER_ID))
                .from(its)
                .join(AFFECTED_CARRIER)
                .on(AFFECTED_CARRIER.TENANT_ID.eq(its.TENANT_ID))
                .and(AFFECTED_CARRIER.CARRIER_ID.eq(its.CARRIER_ID))
                .where(its.INCIDENT_ID.eq(INCIDENT.ID))
                .and(AFFECTED_CARRIER.INCIDENT_ID.eq(id)));
    return assets.plus(carriers);
  }

  /// Ties two cases together, by the other's number.
  @Transactional
  public void relate(Viewer viewer, UUID id, String reference, String kind) {
    if (!KINDS.contains(kind)) {
      throw new Refused("incident.relation.kind-unknown").at("kind");
    }
    Incident incident = reading.handled(viewer, id);
    UUID other = other(viewer, incident, reference);
    sql.deleteFrom(RELATION)
        .where(RELATION.INCIDENT_ID.eq(other))
        .and(RELATION.OTHER_ID.eq(id))
        .execute();
    sql.insertInto(RELATION)
        .values(tenant(), id, other, kind)
        .onConflict(RELATION.TENANT_ID, RELATION.INCIDENT_ID, RELATION.OTHER_ID)
        .doUpdate()
        .set(RELATION.KIND, kind)
        .execute();
    trail.record(
        "incident.related", subject(incident), Detail.of("other", other).with("kind", kind));
  }

  @Transactional
  public void part(Viewer viewer, UUID id, UUID other) {
    Incident incident = reading.handled(viewer, id);
    int parted =
        sql.deleteFrom(RELATION)
            .where(RELATION.INCIDENT_ID.eq(id).and(RELATION.OTHER_ID.eq(other)))
            .or(RELATION.INCIDENT_ID.eq(other).and(RELATION.OTHER_ID.eq(id)))
            .execute();
    if (parted > 0) {
      trail.record("incident.parted", subject(incident), Detail.of("other", other));
    }
  }

  /// The case is of the same event as another: it closes, and what it strikes goes over.
  @Transactional
  public UUID merge(Viewer viewer, UUID id, int version, String reference) {
    Incident incident = reading.handled(viewer, id);
    CaseRegister.demandOpen(incident);
    UUID other = other(viewer, incident, reference);
    Incident original = reading.handled(viewer, other);
    if (original.filed().duplicateOf() != null) {
      throw new Refused("incident.duplicate.of-duplicate", original.reference()).at("reference");
    }
    demandMergeable(incident, original);
    Map<Field<?>, @Nullable Object> columns = new LinkedHashMap<>();
    columns.put(INCIDENT.DUPLICATE_OF, other);
    columns.put(INCIDENT.STATE, IncidentState.CLOSED.name());
    columns.put(INCIDENT.CLOSED_AT, time.now(incident.filed().exercise()));
    if (!store.update(id, version, columns)) {
      throw new Stale("incident", id);
    }
    affected.merge(id, other);
    ledger.note(id, "merged-into", original.reference());
    ledger.note(other, "merged-from", incident.reference());
    trail.record("incident.merged", subject(incident), Detail.of("into", other));
    return other;
  }

  /// What closes with the other must not leave anything undone, nor mix an exercise with what is
  /// real.
  private void demandMergeable(Incident incident, Incident original) {
    if (original.state() == IncidentState.CLOSED) {
      throw new Refused("incident.duplicate.original-closed", original.reference()).at("reference");
    }
    if (!Objects.equals(incident.filed().exercise(), original.filed().exercise())) {
      throw new Refused("incident.duplicate.exercise-differs").at("reference");
    }
    boolean runs =
        sql.fetchExists(CLOCK, CLOCK.INCIDENT_ID.eq(incident.id()).and(CLOCK.STATE.eq("running")));
    if (runs) {
      throw new Refused("incident.duplicate.clocks-running").at("reference");
    }
  }

  private UUID other(Viewer viewer, Incident incident, String reference) {
    UUID other =
        store
            .byReference(CaseScope.seenBy(viewer), reference.strip())
            .orElseThrow(
                () -> new Refused("incident.reference.unknown", reference.strip()).at("reference"));
    if (other.equals(incident.id())) {
      throw new Refused("incident.reference.itself").at("reference");
    }
    return other;
  }

  private static Subject subject(Incident incident) {
    return Subject.of("incident", incident.id(), incident.reference());
  }

  private static UUID tenant() {
    return Acting.current().tenant().value();
  }

  /// How many actions the case has given rise to.
  @Transactional(readOnly = true)
  public int actions(UUID id) {
    return sql.fetchCount(PUBLISHED_ACTION, PUBLISHED_ACTION.SOURCE_RECORD.eq(id));
  }
}
