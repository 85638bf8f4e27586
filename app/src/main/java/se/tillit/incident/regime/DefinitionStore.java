package se.tillit.incident.regime;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static se.tillit.schema.incident.Tables.DEFINITION;
import static se.tillit.schema.incident.Tables.SHIPMENT;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import se.tillit.kernel.Acting;
import se.tillit.kernel.Ids;

/// The rows of definitions.
@Component
class DefinitionStore {

  private final DSLContext sql;
  private final Clock clock;

  DefinitionStore(DSLContext sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /// The versions that apply on a day: of each code the one that began last.
  List<Definition> applying(Definition.Kind kind, LocalDate day) {
    return sql.select()
        .distinctOn(DEFINITION.CODE)
        .from(DEFINITION)
        .where(DEFINITION.KIND.eq(kind.key()))
        .and(DEFINITION.FROM_DAY.le(day))
        .and(standing())
        .orderBy(DEFINITION.CODE, DEFINITION.FROM_DAY.desc(), DEFINITION.NUMBER.desc())
        .fetch(DefinitionStore::definition);
  }

  /// All versions that have applied, apply or will: of each code the one that begins last first.
  List<Definition> standing(Definition.Kind kind) {
    return sql.selectFrom(DEFINITION)
        .where(DEFINITION.KIND.eq(kind.key()))
        .and(standing())
        .orderBy(DEFINITION.CODE, DEFINITION.FROM_DAY.desc(), DEFINITION.NUMBER.desc())
        .fetch(DefinitionStore::definition);
  }

  Optional<Definition> byId(UUID id) {
    return sql.selectFrom(DEFINITION)
        .where(DEFINITION.ID.eq(id))
        .fetchOptional(DefinitionStore::definition);
  }

  List<Definition> versions(Definition.Kind kind, String code) {
    return sql.selectFrom(DEFINITION)
        .where(DEFINITION.KIND.eq(kind.key()))
        .and(DEFINITION.CODE.eq(code))
        .orderBy(DEFINITION.NUMBER.desc())
        .fetch(DefinitionStore::definition);
  }

  int latestNumber(Definition.Kind kind, String code) {
    return sql.select(coalesce(max(DEFINITION.NUMBER), inline(0)))
        .from(DEFINITION)
        .where(DEFINITION.KIND.eq(kind.key()))
        .and(DEFINITION.CODE.eq(code))
        .fetchSingle()
        .value1();
  }

  UUID insert(Definition.Draft draft, int number, Source source, Definition.Why why) {
    UUID id = Ids.next();
    sql.insertInto(DEFINITION)
        .set(DEFINITION.TENANT_ID, Acting.current().tenant().value())
        .set(DEFINITION.ID, id)
        .set(DEFINITION.KIND, draft.kind().key())
        .set(DEFINITION.CODE, draft.code())
        .set(DEFINITION.NUMBER, number)
        .set(DEFINITION.FROM_DAY, draft.from())
        .set(DEFINITION.NAME, draft.name())
        .set(DEFINITION.TEXT, draft.text())
        .set(DEFINITION.OWN, source == Source.OWN)
        .set(DEFINITION.OFFERED, source == Source.OFFERED)
        .set(DEFINITION.REASON, why.reason())
        .set(DEFINITION.LEGAL_SOURCE, why.source())
        .set(DEFINITION.WRITTEN_BY, why.by())
        .set(DEFINITION.WRITTEN_AT, why.at())
        .execute();
    return id;
  }

  /// Where a version comes from.
  enum Source {
    SHIPPED,
    OFFERED,
    OWN
  }

  /// Versions that begin on a day or later no longer apply; their text stays.
  int withdraw(Definition.Kind kind, String code, LocalDate from) {
    return sql.update(DEFINITION)
        .set(DEFINITION.WITHDRAWN_AT, clock.instant())
        .where(DEFINITION.KIND.eq(kind.key()))
        .and(DEFINITION.CODE.eq(code))
        .and(DEFINITION.FROM_DAY.ge(from))
        .and(standing())
        .execute();
  }

  Optional<String> shipment() {
    return sql.select(SHIPMENT.FINGERPRINT).from(SHIPMENT).fetchOptional(SHIPMENT.FINGERPRINT);
  }

  /// Takes a shipment; false when another node took it meanwhile.
  boolean take(String fingerprint) {
    return sql.insertInto(SHIPMENT)
            .set(SHIPMENT.TENANT_ID, Acting.current().tenant().value())
            .set(SHIPMENT.FINGERPRINT, fingerprint)
            .set(SHIPMENT.TAKEN_AT, clock.instant())
            .onConflict(SHIPMENT.TENANT_ID)
            .doUpdate()
            .set(SHIPMENT.FINGERPRINT, fingerprint)
            .set(SHIPMENT.TAKEN_AT, clock.instant())
            .where(SHIPMENT.FINGERPRINT.ne(fingerprint))
            .execute()
        == 1;
  }

  private static Condition standing() {
    return DEFINITION.WITHDRAWN_AT.isNull().and(DEFINITION.OFFERED.isFalse());
  }

  private static Definition definition(Record row) {
    return new Definition(
        row.get(DEFINITION.ID),
        Definition.Kind.valueOf(row.get(DEFINITION.KIND).toUpperCase(Locale.ROOT)),
        row.get(DEFINITION.CODE),
        row.get(DEFINITION.NUMBER),
        row.get(DEFINITION.FROM_DAY),
        row.get(DEFINITION.TEXT),
        row.get(DEFINITION.OWN),
        row.get(DEFINITION.OFFERED),
        new Definition.Why(
            row.get(DEFINITION.REASON),
            row.get(DEFINITION.LEGAL_SOURCE),
            row.get(DEFINITION.WRITTEN_BY),
            row.get(DEFINITION.WRITTEN_AT)),
        row.get(DEFINITION.WITHDRAWN_AT));
  }
}
