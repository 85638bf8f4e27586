package se.tillit.organisation.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static se.tillit.schema.organisation.Tables.CURRENT_MANAGER;
import static se.tillit.schema.organisation.Tables.CURRENT_UNIT;
import static se.tillit.schema.organisation.Tables.CURRENT_UNIT_ANCESTOR;
import static se.tillit.schema.organisation.Tables.PERSON;

import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.tillit.identity.DemoChapter;
import se.tillit.testing.TillitTest;
import se.tillit.testing.Town;
import se.tillit.testing.Towns;

@TillitTest
class DemoOrganisationIT {

  @Autowired Towns towns;
  @Autowired DemoOrganisation chapter;
  @Autowired DSLContext sql;

  @Test
  void writesBothInventedOrganisations() {
    DemoChapter first = chapter;
    for (String key : new String[] {"kommunen", "mellerud"}) {
      Town town = towns.empty();
      int least = key.equals("kommunen") ? 60 : 25;
      town.within(() -> {
        first.write(key);
        assertThat(sql.fetchCount(CURRENT_UNIT)).isGreaterThan(least);
        assertThat(sql.fetchCount(PERSON)).isGreaterThan(least * 4);
        assertThat(sql.fetchCount(CURRENT_UNIT_ANCESTOR))
            .isGreaterThan(sql.fetchCount(CURRENT_UNIT));
        assertThat(sql.fetchCount(CURRENT_MANAGER)).isGreaterThan(least - 5);
        return null;
      });
    }
  }
}
