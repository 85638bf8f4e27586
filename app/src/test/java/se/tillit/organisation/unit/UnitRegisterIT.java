package se.tillit.organisation.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.tillit.schema.audittrail.Tables.ENTRY;
import static se.tillit.schema.organisation.Tables.UNIT_ANCESTOR;
import static se.tillit.schema.organisation.Tables.UNIT_PERIOD;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.tillit.kernel.Refused;
import se.tillit.kernel.Stale;
import se.tillit.kernel.Sweden;
import se.tillit.testing.TillitTest;
import se.tillit.testing.Town;
import se.tillit.testing.Towns;

@TillitTest
class UnitRegisterIT {

  @Autowired Towns towns;
  @Autowired UnitRegister register;
  @Autowired DSLContext sql;
  @Autowired Clock clock;

  @Test
  @Tag("K-4e")
  void aUnitMovedMidYearStandsWhereItStoodOnTheDaysBefore() {
    Town town = towns.found();
    LocalDate today = Sweden.today(clock);
    LocalDate lastYear = today.minusYears(1);
    UUID classroom = town.addUnit(town.schoolBoard(), town.school(), "Klass 1");
    List<UUID> before = above(town, classroom, lastYear);
    assertThat(before).containsExactlyInAnyOrder(classroom, town.school(), town.schools());

    move(town, town.school(), 0, today, town.office(), town.executiveBoard());

    assertThat(above(town, classroom, lastYear)).isEqualTo(before);
    assertThat(above(town, classroom, today.minusDays(1))).isEqualTo(before);
    assertThat(above(town, classroom, today))
        .containsExactlyInAnyOrder(classroom, town.school(), town.office());
    assertThat(bodyOn(town, classroom, lastYear)).isEqualTo(town.schoolBoard());
    assertThat(bodyOn(town, classroom, today)).isEqualTo(town.executiveBoard());
    assertThat(actions(town)).contains("organisation.unit-changed");
  }

  @Test
  void refusesAUnitBelowItselfAndAStaleChange() {
    Town town = towns.found();
    LocalDate today = Sweden.today(clock);
    assertThatThrownBy(
            () -> move(town, town.schools(), 0, today, town.school(), town.schoolBoard()))
        .isInstanceOf(Refused.class);
    move(town, town.school(), 0, today, null, town.schoolBoard());
    assertThatThrownBy(() -> move(town, town.school(), 0, today, null, town.schoolBoard()))
        .isInstanceOf(Stale.class);
  }

  @Test
  void closesAUnitOnlyWhenNothingIsLeftInIt() {
    Town town = towns.found();
    LocalDate last = Sweden.today(clock);
    assertThatThrownBy(() -> close(town, town.schools(), last)).isInstanceOf(Refused.class);
    close(town, town.works(), last);
    assertThat(above(town, town.works(), last)).containsExactly(town.works());
    assertThat(above(town, town.works(), last.plusDays(1))).isEmpty();
  }

  private void move(Town town, UUID unit, int version, LocalDate from, UUID parent, UUID body) {
    town.within(() -> {
      register.change(unit, version, from, new Placement("Skolan", "unit", parent, body));
      return null;
    });
  }

  private void close(Town town, UUID unit, LocalDate last) {
    town.within(() -> {
      register.close(unit, 0, last);
      return null;
    });
  }

  private List<UUID> above(Town town, UUID unit, LocalDate day) {
    return town.within(() ->
        sql.select(UNIT_ANCESTOR.ANCESTOR_ID)
            .from(UNIT_ANCESTOR)
            .where(UNIT_ANCESTOR.UNIT_ID.eq(unit))
            .and(UNIT_ANCESTOR.FROM_DAY.le(day))
            .and(UNIT_ANCESTOR.TO_DAY.isNull().or(UNIT_ANCESTOR.TO_DAY.ge(day)))
            .orderBy(UNIT_ANCESTOR.ANCESTOR_ID)
            .fetch(UNIT_ANCESTOR.ANCESTOR_ID));
  }

  private UUID bodyOn(Town town, UUID unit, LocalDate day) {
    return town.within(() ->
        sql.select(UNIT_PERIOD.BODY_ID)
            .from(UNIT_PERIOD)
            .where(UNIT_PERIOD.UNIT_ID.eq(unit))
            .and(UNIT_PERIOD.FROM_DAY.le(day))
            .and(UNIT_PERIOD.TO_DAY.isNull().or(UNIT_PERIOD.TO_DAY.ge(day)))
            .fetchSingle(UNIT_PERIOD.BODY_ID));
  }

  private List<String> actions(Town town) {
    return town.within(() -> sql.select(ENTRY.ACTION).from(ENTRY).fetch(ENTRY.ACTION));
  }
}
