package se.tillit.organisation;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static se.tillit.schema.organisation.Tables.MEETING;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import se.tillit.identity.Role;
import se.tillit.kernel.Ids;
import se.tillit.kernel.Sweden;
import se.tillit.testing.TillitTest;
import se.tillit.testing.Town;
import se.tillit.testing.Towns;

@TillitTest
class MeetingDeadlinesIT {

  @Autowired Towns towns;
  @Autowired MockMvc mvc;
  @Autowired DSLContext sql;
  @Autowired Clock clock;

  @Test
  void showsAMemberThePapersDayOfHerOwnBoardOnly() throws Exception {
    Town town = towns.found();
    LocalDate day = Sweden.today(clock).plusDays(20);
    town.within(() -> {
      for (var body : new UUID[] {town.schoolBoard(), town.executiveBoard()}) {
        sql.insertInto(MEETING)
            .set(MEETING.TENANT_ID, town.tenant().id().value())
            .set(MEETING.ID, Ids.next())
            .set(MEETING.BODY_ID, body)
            .set(MEETING.DAY, day)
            .set(MEETING.PAPERS_DAY, day.minusDays(10))
            .execute();
      }
      return null;
    });
    mvc.perform(get("/" + town.key() + "/deadlines/list").with(town.as(Role.ELECTED)))
        .andExpect(content().string(containsString("Skolnämnden " + day)))
        .andExpect(content().string(not(containsString("Kommunstyrelsen " + day))));
    mvc.perform(get("/" + town.key() + "/deadlines/list").with(town.as(Role.COORDINATOR)))
        .andExpect(content().string(containsString("Skolnämnden " + day)))
        .andExpect(content().string(containsString("Kommunstyrelsen " + day)));
  }
}
