package se.tillit.audittrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.tillit.schema.audittrail.Tables.ENTRY;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import se.tillit.identity.Role;
import se.tillit.testing.TillitTest;
import se.tillit.testing.Town;
import se.tillit.testing.Towns;

@TillitTest
@Tag("M-2.1d")
class ChainedTrailIT {

  @Autowired Towns towns;
  @Autowired Trail trail;
  @Autowired DSLContext sql;

  @Test
  void chainsConcurrentWritersWithoutGapOrFork() throws Exception {
    Town town = towns.found();
    var writers = new ArrayList<Callable<Object>>();
    for (int i = 0; i < 200; i++) {
      int number = i;
      writers.add(() -> town.within(Role.COORDINATOR, () -> write(number)));
    }
    try (var pool = Executors.newFixedThreadPool(8)) {
      for (var done : pool.invokeAll(writers)) {
        done.get();
      }
    }
    var entries = town.within(() -> sql.selectFrom(ENTRY).orderBy(ENTRY.NUMBER).fetch());
    assertThat(entries).hasSize(400);
    byte[] previous = Link.ORIGIN;
    for (int i = 0; i < entries.size(); i++) {
      assertThat(entries.get(i).getNumber()).isEqualTo(i + 1L);
      assertThat(entries.get(i).getPreviousHash()).isEqualTo(previous);
      previous = entries.get(i).getHash();
    }
  }

  @Test
  void refusesToForgetOrRewrite() {
    Town town = towns.found();
    town.within(Role.COORDINATOR, () -> write(1));
    assertThatThrownBy(() -> town.within(() -> sql.deleteFrom(ENTRY).execute()))
        .hasStackTraceContaining("append-only");
    assertThatThrownBy(() -> town.within(() -> sql.update(ENTRY).set(ENTRY.ACTION, "x").execute()))
        .hasStackTraceContaining("append-only");
  }

  @Test
  void showsNothingOfAnotherTenantAndFailsWithoutOne() {
    Town one = towns.found();
    Town other = towns.found();
    one.within(Role.COORDINATOR, () -> write(1));
    assertThat(other.within(() -> sql.fetchCount(ENTRY))).isZero();
    assertThatThrownBy(() -> sql.fetchCount(ENTRY)).isInstanceOf(DataAccessException.class);
  }

  @Test
  void leavesNothingWhenTheChangeIsUndone() {
    Town town = towns.found();
    assertThatThrownBy(() ->
            town.within(() -> {
              write(1);
              throw new IllegalStateException("undone");
            }))
        .hasMessage("undone");
    assertThat(town.within(() -> sql.fetchCount(ENTRY))).isZero();
  }

  private Object write(int number) {
    var subject = Subject.of("thing", new UUID(0, number), "Sak " + number);
    trail.record("thing.made", subject);
    trail.record("thing.named", subject, Detail.of("name", List.of("å", "ä\n\"ö\"", "🌲")));
    return number;
  }
}
