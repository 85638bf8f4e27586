package se.tillit.organisation.intake;

import static se.tillit.schema.exchange.Tables.PUBLISHED_CHANGE;
import static se.tillit.schema.exchange.Tables.PUBLISHED_ROW;
import static se.tillit.schema.organisation.Tables.CURRENT_BODY;
import static se.tillit.schema.organisation.Tables.CURRENT_LEGAL_ENTITY;
import static se.tillit.schema.organisation.Tables.CURRENT_UNIT;
import static se.tillit.schema.organisation.Tables.UNIT;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.tillit.exchange.Upload;
import se.tillit.kernel.Refused;
import se.tillit.organisation.body.BodyBulk;
import se.tillit.organisation.unit.Placement;
import se.tillit.organisation.unit.UnitBulk;

/// Takes an organisation's file: entities first, then bodies, then units from the top down.
@Component
class PlacesTaking {

  private static final int DEEPEST = 50;

  private final DSLContext sql;
  private final BodyBulk bodies;
  private final UnitBulk units;

  PlacesTaking(DSLContext sql, BodyBulk bodies, UnitBulk units) {
    this.sql = sql;
    this.bodies = bodies;
    this.units = units;
  }

  /// One row of the file and what it changes; `unchanged` where that is nothing.
  private record Row(PlaceKind kind, List<@Nullable String> cells, String change, UUID record) {

    String name() {
      return Objects.requireNonNull(cells.get(1));
    }

    @Nullable String parent() {
      return cells.get(2);
    }

    @Nullable String answersTo() {
      return cells.get(3);
    }

    @Nullable String code() {
      return cells.get(4);
    }

    LocalDate from(LocalDate otherwise) {
      String from = cells.get(5);
      return from == null ? otherwise : LocalDate.parse(from);
    }

    boolean isUnit() {
      return !kind.isEntity() && !kind.isBody();
    }
  }

  /// Names, codes and ids in lower case, and what they stand for.
  private record Known(
      Map<String, UUID> entities,
      Map<String, UUID> bodies,
      Map<String, UUID> units,
      Map<UUID, UUID> bodyOfUnit,
      Map<UUID, Row> rows) {}

  void take(Upload upload) {
    List<Row> rows = rows(upload);
    Known known = known();
    for (Row row : rows) {
      if (row.kind().isEntity() && row.change().equals("new")) {
        String word = row.kind().word(row.name());
        bodies.foundEntity(row.record(), row.name(), word, row.from(upload.day()));
        known.entities.put(low(row.name()), row.record());
      }
    }
    for (Row row : rows) {
      if (row.kind().isBody() && row.change().equals("new")) {
        UUID entity = named(known.entities, row.parent());
        String word = row.kind().word(row.name());
        bodies.foundBody(row.record(), entity, row.name(), word, row.from(upload.day()));
        known.bodies.put(low(row.name()), row.record());
      }
    }
    takeUnits(upload, rows.stream().filter(Row::isUnit).toList(), known);
    endUnits(upload);
    units.drawTree();
  }

  void drawTree() {
    units.drawTree();
  }

  private void takeUnits(Upload upload, List<Row> rows, Known known) {
    for (Row row : rows) {
      if (row.change().equals("new")) {
        UUID id = row.record();
        units.add(id, row.code());
        known.units.put(low(row.name()), id);
        if (row.code() != null) {
          known.units.put(low(row.code()), id);
        }
        known.rows.put(id, row);
      } else {
        known.rows.put(row.record(), row);
      }
    }
    known.rows.forEach((id, row) -> {
      LocalDate from = row.from(upload.day());
      if (row.change().equals("new")) {
        units.place(id, from, placement(row, id, known, null));
      } else if (row.change().equals("changed")) {
        LocalDate day = from.isBefore(upload.day()) ? upload.day() : from;
        units.move(id, day, placement(row, id, known, units.on(id, day)));
      }
    });
  }

  private static Placement placement(Row row, UUID id, Known known, @Nullable Placement before) {
    @Nullable UUID parent =
        row.parent() == null
            ? (before == null ? null : before.parent())
            : named(known.units, row.parent());
    return new Placement(row.name(), row.kind().toString(), parent, body(id, parent, known, 0));
  }

  /// The body that the row names, else the one of the unit above.
  private static UUID body(UUID unit, @Nullable UUID parent, Known known, int depth) {
    if (depth > DEEPEST) {
      throw new Refused("organisation.unit.below-itself");
    }
    @Nullable Row row = known.rows.get(unit);
    if (row != null && row.answersTo() != null) {
      return named(known.bodies, row.answersTo());
    }
    if (parent == null) {
      @Nullable UUID before = known.bodyOfUnit.get(unit);
      return before == null ? named(known.bodies, null) : before;
    }
    @Nullable Row above = known.rows.get(parent);
    if (above == null) {
      return Objects.requireNonNull(known.bodyOfUnit.get(parent));
    }
    @Nullable UUID grandparent = above.parent() == null ? null : named(known.units, above.parent());
    return body(parent, grandparent, known, depth + 1);
  }

  /// Where the file names none, the only one there is.
  private static UUID named(Map<String, UUID> known, @Nullable String name) {
    @Nullable UUID id = name == null ? known.values().iterator().next() : known.get(low(name));
    return Objects.requireNonNull(id, String.valueOf(name));
  }

  private void endUnits(Upload upload) {
    sql.select(PUBLISHED_CHANGE.RECORD_ID)
        .from(PUBLISHED_CHANGE)
        .where(PUBLISHED_CHANGE.UPLOAD_ID.eq(upload.id()))
        .and(PUBLISHED_CHANGE.CHANGE.eq("ended"))
        .fetch(PUBLISHED_CHANGE.RECORD_ID)
        .forEach(unit -> units.end(unit, upload.day()));
  }

  private List<Row> rows(Upload upload) {
    return sql.select(PUBLISHED_ROW.CELLS, PUBLISHED_CHANGE.CHANGE, PUBLISHED_CHANGE.RECORD_ID)
        .from(PUBLISHED_ROW)
        .leftJoin(PUBLISHED_CHANGE)
        .on(
            PUBLISHED_CHANGE.TENANT_ID.eq(PUBLISHED_ROW.TENANT_ID),
            PUBLISHED_CHANGE.UPLOAD_ID.eq(PUBLISHED_ROW.UPLOAD_ID),
            PUBLISHED_CHANGE.SHEET_ROW.eq(PUBLISHED_ROW.SHEET_ROW))
        .where(PUBLISHED_ROW.UPLOAD_ID.eq(upload.id()))
        .and(PUBLISHED_CHANGE.CHANGE.isNotNull())
        .orderBy(PUBLISHED_ROW.SHEET_ROW)
        .fetch(row ->
            new Row(
                PlaceKind.of(row.value1()[0]),
                Arrays.asList(row.value1()),
                row.value2(),
                row.value3()));
  }

  private Known known() {
    Known known =
        new Known(
            new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>());
    sql.selectFrom(CURRENT_LEGAL_ENTITY)
        .forEach(entity -> known.entities.put(low(entity.getName()), entity.getLegalEntityId()));
    sql.selectFrom(CURRENT_BODY)
        .forEach(body -> known.bodies.put(low(body.getName()), body.getBodyId()));
    sql.select(CURRENT_UNIT.UNIT_ID, CURRENT_UNIT.NAME, CURRENT_UNIT.BODY_ID, UNIT.CODE)
        .from(CURRENT_UNIT)
        .join(UNIT)
        .on(UNIT.TENANT_ID.eq(CURRENT_UNIT.TENANT_ID), UNIT.ID.eq(CURRENT_UNIT.UNIT_ID))
        .forEach(unit -> {
          known.units.put(low(unit.value2()), unit.value1());
          known.units.put(unit.value1().toString(), unit.value1());
          known.bodyOfUnit.put(unit.value1(), unit.value3());
          if (unit.value4() != null) {
            known.units.put(low(unit.value4()), unit.value1());
          }
        });
    return known;
  }

  private static String low(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
