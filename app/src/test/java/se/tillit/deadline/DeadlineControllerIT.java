package se.tillit.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import biweekly.Biweekly;
import biweekly.ICalendar;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import se.tillit.identity.Role;
import se.tillit.improvement.Actions;
import se.tillit.improvement.NewAction;
import se.tillit.improvement.Priority;
import se.tillit.kernel.Sweden;
import se.tillit.testing.TillitTest;
import se.tillit.testing.Town;
import se.tillit.testing.Towns;

@TillitTest
class DeadlineControllerIT {

  @Autowired Towns towns;
  @Autowired MockMvc mvc;
  @Autowired Actions actions;
  @Autowired List<DeadlineSource> sources;
  @Autowired Clock clock;

  private Town town;

  @BeforeEach
  void found() {
    town = towns.found();
    open(town.school(), "Bekräfta elevakterna");
    open(town.office(), "Utse arkivansvarig");
  }

  @Test
  void drawsTheYearAndCountsWhatTheViewerMaySee() throws Exception {
    mvc.perform(get(page("/deadlines")).with(town.as(Role.COORDINATOR)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("2 saker förfaller")));
    mvc.perform(get(page("/deadlines")).with(town.as(Role.MANAGER)))
        .andExpect(content().string(containsString("En sak förfaller")));
  }

  @Test
  void listsOnlyWhatTheViewerMaySee() throws Exception {
    mvc.perform(get(page("/deadlines/list")).with(town.as(Role.MANAGER)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Bekräfta elevakterna")))
        .andExpect(content().string(not(containsString("Utse arkivansvarig"))));
    mvc.perform(get(page("/deadlines/list?unit=" + town.schools())).with(town.as(Role.COORDINATOR)))
        .andExpect(content().string(containsString("Bekräfta elevakterna")))
        .andExpect(content().string(not(containsString("Utse arkivansvarig"))));
    mvc.perform(get("/api/v1/" + town.key() + "/deadlines?mine=true").with(town.as(Role.MANAGER)))
        .andExpect(jsonPath("$.items.length()").value(1))
        .andExpect(jsonPath("$.items[0].kind").value("improvement.action"));
  }

  @Test
  void answersForEveryKindThatModulesContribute() throws Exception {
    for (DeadlineSource source : sources) {
      mvc.perform(
              get(page("/deadlines/list?kind=" + source.kind())).with(town.as(Role.COORDINATOR)))
          .andExpect(status().isOk());
    }
  }

  @Test
  void refusesAYearThatIsNone() throws Exception {
    mvc.perform(get(page("/deadlines?year=99999")).with(town.as(Role.COORDINATOR)))
        .andExpect(status().isUnprocessableContent());
  }

  @Test
  void feedsACalendarUntilTheLinkIsChanged() throws Exception {
    String first = link();
    ICalendar calendar =
        Biweekly.parse(
                mvc.perform(get(first))
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse()
                    .getContentAsString())
            .first();
    assertThat(calendar.getEvents())
        .extracting(event -> event.getSummary().getValue())
        .containsExactly("Åtgärd: Bekräfta elevakterna");
    String second = link();
    mvc.perform(get(first)).andExpect(status().isNotFound());
    mvc.perform(get(second)).andExpect(status().isOk());
    mvc.perform(post(page("/deadlines/feed/removal")).with(town.as(Role.MANAGER)).with(csrf()))
        .andExpect(status().is3xxRedirection());
    mvc.perform(get(second)).andExpect(status().isNotFound());
  }

  @Test
  void showsWhatWaitsInEveryMunicipalityOfOnePerson() throws Exception {
    mvc.perform(get("/todo").with(town.as(Role.MANAGER)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Bekräfta elevakterna")));
  }

  @Test
  void exportsTheListAsTheViewerSeesIt() throws Exception {
    var started =
        mvc.perform(get(page("/deadlines/list/export?format=csv")).with(town.as(Role.MANAGER)))
            .andReturn();
    assertThat(started.getResponse().getContentAsString())
        .contains("Bekräfta elevakterna")
        .doesNotContain("Utse arkivansvarig");
  }

  @Test
  void leadsBackOnlyToOurOwnPages() {
    assertThat(ReturnTo.redirect("/kommunen/todo?after=x", "/a"))
        .isEqualTo("redirect:/kommunen/todo?after=x");
    assertThat(ReturnTo.redirect("//evil.example", "/a")).isEqualTo("redirect:/a");
    assertThat(ReturnTo.redirect("https://evil.example", "/a")).isEqualTo("redirect:/a");
    assertThat(ReturnTo.redirect("/\\evil.example", "/a")).isEqualTo("redirect:/a");
    assertThat(ReturnTo.redirect(null, "/a")).isEqualTo("redirect:/a");
  }

  private String link() throws Exception {
    String page =
        mvc.perform(post(page("/deadlines/feed")).with(town.as(Role.MANAGER)).with(csrf()))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsString();
    Matcher found = Pattern.compile("/calendar/[A-Za-z0-9_-]+\\.ics").matcher(page);
    assertThat(found.find()).isTrue();
    return found.group();
  }

  private void open(UUID unit, String title) {
    LocalDate due = Sweden.today(clock);
    town.within(() ->
        actions.open(
            new NewAction(
                title,
                "",
                null,
                NewAction.Place.unit(unit),
                NewAction.Hands.MANAGER,
                due,
                Priority.NORMAL)));
  }

  private String page(String path) {
    return "/" + town.key() + path;
  }
}
