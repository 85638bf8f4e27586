package se.tillit.organisation.unit;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.tillit.kernel.Refused;

/// A unit as somebody types it.
public record UnitForm(
    @Nullable String name,
    @Nullable String kind,
    @Nullable String parent,
    @Nullable String body,
    @Nullable String code,
    @Nullable String from,
    @Nullable Integer version) {

  static UnitForm blank(LocalDate today, @Nullable String parent, String body) {
    String kind = parent == null || parent.isBlank() ? "administration" : "unit";
    return new UnitForm("", kind, parent, body, "", today.toString(), 0);
  }

  static UnitForm of(UnitFacts facts, LocalDate today) {
    Placement placement = facts.placement();
    UUID parent = placement.parent();
    return new UnitForm(
        placement.name(),
        placement.kind(),
        parent == null ? "" : parent.toString(),
        placement.body().toString(),
        facts.code(),
        today.toString(),
        facts.version());
  }

  Placement placement() {
    if (name == null || name.isBlank()) {
      throw new Refused("organisation.name.missing").at("name");
    }
    if (body == null || body.isBlank()) {
      throw new Refused("organisation.unit.body.missing").at("body");
    }
    return new Placement(
        name.strip(),
        kind == null || kind.isBlank() ? "unit" : kind,
        parent == null || parent.isBlank() ? null : id(parent, "parent"),
        id(body, "body"));
  }

  private static UUID id(String chosen, String field) {
    try {
      return UUID.fromString(chosen);
    } catch (IllegalArgumentException noId) {
      throw (Refused) new Refused("organisation.choice-unknown").at(field).initCause(noId);
    }
  }

  LocalDate day(LocalDate otherwise) {
    try {
      return from == null || from.isBlank() ? otherwise : LocalDate.parse(from);
    } catch (DateTimeParseException notADay) {
      throw (Refused) new Refused("exchange.table.cell.not-a-day").at("from").initCause(notADay);
    }
  }

  @Nullable String codeOrNothing() {
    return code == null || code.isBlank() ? null : code.strip();
  }
}
