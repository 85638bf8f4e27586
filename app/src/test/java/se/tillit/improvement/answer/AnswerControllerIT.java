package se.tillit.improvement.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static se.tillit.schema.audittrail.Tables.ENTRY;
import static se.tillit.schema.improvement.Tables.ACTION;
import static se.tillit.schema.improvement.Tables.ANSWER_LINK;
import static se.tillit.schema.notification.Tables.NOTICE;
import static se.tillit.schema.organisation.Tables.ASSIGNMENT;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import se.tillit.identity.Attempts;
import se.tillit.identity.Role;
import se.tillit.improvement.Actions;
import se.tillit.improvement.NewAction;
import se.tillit.improvement.Priority;
import se.tillit.kernel.PersonId;
import se.tillit.kernel.Sweden;
import se.tillit.notification.LetterAnswer;
import se.tillit.testing.TillitTest;
import se.tillit.testing.Town;
import se.tillit.testing.Towns;

@TillitTest
@Tag("K-4.1.7a")
class AnswerControllerIT {

  private static final String OVERDUE = "improvement.notice.overdue";
  private static int strangers = 1;

  @Autowired Towns towns;
  @Autowired MockMvc mvc;
  @Autowired Actions actions;
  @Autowired List<LetterAnswer> letters;
  @Autowired DSLContext sql;
  @Autowired Clock clock;
  @Autowired Attempts attempts;

  private Town town;
  private UUID action;
  private String link;
  private RequestPostProcessor home;

  @BeforeEach
  void write() {
    town = towns.found();
    action =
        town.within(() ->
            actions.open(
                new NewAction(
                    "Lås arkivet <i>nu</i>",
                    "Hemlig beskrivning av arkivet",
                    null,
                    NewAction.Place.unit(town.school()),
                    new NewAction.Hands(town.person(Role.EMPLOYEE), null),
                    Sweden.today(clock),
                    Priority.NORMAL)));
    link = letter(OVERDUE);
    String address = "10.9.8." + strangers++;
    home =
        request -> {
          request.setRemoteAddr(address);
          return request;
        };
  }

  @Test
  void opensWithoutSigningInAndChangesNothing() throws Exception {
    for (int opened = 0; opened < 3; opened++) {
      mvc.perform(get(link).with(home))
          .andExpect(status().isOk())
          .andExpect(header().string("Cache-Control", containsString("no-store")))
          .andExpect(header().string("Referrer-Policy", "no-referrer"))
          .andExpect(content().string(containsString("Lås arkivet &lt;i&gt;nu")))
          .andExpect(content().string(not(containsString("Hemlig"))))
          .andExpect(content().string(not(containsString("Åsa"))))
          .andExpect(content().string(not(containsString("Ängskolan"))));
    }
    assertThat(stateAndVersion()).isEqualTo("planned 0");
  }

  @Test
  void takesOneAnswerAndSaysInTheTrailHowItCame() throws Exception {
    answer("done").andExpect(status().isOk()).andExpect(content().string(containsString("Tack")));
    assertThat(stateAndVersion()).isEqualTo("done 1");
    assertThat(trail()).contains("\"via\":\"e-mail link\"");
    assertThat(
            town.within(() ->
                sql.select(ENTRY.ACTOR_ID)
                    .from(ENTRY)
                    .where(ENTRY.ACTION.eq("improvement.action-moved"))
                    .fetchSingle()
                    .value1()))
        .isEqualTo(town.person(Role.EMPLOYEE));
    mvc.perform(get(link).with(home)).andExpect(status().isNotFound());
    answer("done").andExpect(status().isNotFound());
    mvc.perform(get("/" + town.key() + "/actions/" + action).with(town.as(Role.EMPLOYEE)))
        .andExpect(content().string(containsString("via länk i e-post")));
  }

  @Test
  void movesTheLastDayForAReasonAlone() throws Exception {
    LocalDate later = Sweden.today(clock).plusDays(9);
    mvc.perform(form().param("answer", "later").param("due", later.toString()))
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(containsString("varför sista dagen flyttas")));
    mvc.perform(
            form()
                .param("answer", "later")
                .param("due", later.toString())
                .param("reason", "Låssmeden är sjuk"))
        .andExpect(status().isOk());
    assertThat(town.within(() -> sql.fetchSingle(ACTION).getDueDay())).isEqualTo(later);
    mvc.perform(get(link).with(home)).andExpect(status().isNotFound());
  }

  @Test
  void tellsTheCoordinatorWhatCannotBeDone() throws Exception {
    mvc.perform(form().param("answer", "cannot").param("because", "Dörren är byggnadsminne"))
        .andExpect(status().isOk());
    assertThat(town.within(() -> sql.fetchSingle(ACTION).getHindrance()))
        .isEqualTo("Dörren är byggnadsminne");
    assertThat(
            town.within(() ->
                sql.select(NOTICE.KEY)
                    .from(NOTICE)
                    .where(NOTICE.PERSON_ID.eq(town.person(Role.COORDINATOR)))
                    .fetch(NOTICE.KEY)))
        .containsExactly("improvement.notice.hindered");
  }

  @Test
  void holdsForNobodyElsesTenantAndNoOtherSecret() throws Exception {
    Town other = towns.found();
    String secret = link.substring(link.lastIndexOf('/') + 1);
    mvc.perform(get("/answer/" + other.key() + "/" + secret).with(home))
        .andExpect(status().isNotFound());
    mvc.perform(get("/answer/no-such-town/" + secret).with(home)).andExpect(status().isNotFound());
    mvc.perform(get("/answer/" + town.key() + "/" + "a".repeat(43)).with(home))
        .andExpect(status().isNotFound());
    assertThat(town.within(() -> sql.fetchSingle(ANSWER_LINK).getHash()))
        .hasSize(32)
        .isNotEqualTo(secret.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  @Test
  void endsWhenTheActionLeavesHerHandsWhenItIsOldAndWhenThereIsANewerOne() throws Exception {
    String newer = letter(OVERDUE);
    mvc.perform(get(link).with(home)).andExpect(status().isNotFound());
    link = newer;
    mvc.perform(get(link).with(home)).andExpect(status().isOk());
    town.within(() -> sql.update(ANSWER_LINK).set(ANSWER_LINK.EXPIRES_AT, Instant.EPOCH).execute());
    mvc.perform(get(link).with(home)).andExpect(status().isNotFound());
    link = letter(OVERDUE);
    town.within(() ->
        sql.update(ASSIGNMENT)
            .set(ASSIGNMENT.TO_DAY, Sweden.today(clock).minusDays(1))
            .where(ASSIGNMENT.PERSON_ID.eq(town.person(Role.EMPLOYEE)))
            .execute());
    answer("done").andExpect(status().isNotFound());
    assertThat(stateAndVersion()).isEqualTo("planned 0");
  }

  @Test
  void isWrittenOnlyForTheOneWhoAnswersAndOnlyWhereSomethingIsAsked() {
    assertThat(
            town.within(() ->
                letters.stream()
                    .flatMap(it ->
                        it
                            .link(
                                new PersonId(town.person(Role.MANAGER)),
                                OVERDUE,
                                "/actions/" + action)
                            .stream())
                    .toList()))
        .isEmpty();
    assertThat(
            town.within(() ->
                letters.stream()
                    .flatMap(it ->
                        it
                            .link(
                                new PersonId(town.person(Role.EMPLOYEE)),
                                "improvement.notice.hindered",
                                "/actions/" + action)
                            .stream())
                    .toList()))
        .isEmpty();
  }

  @Test
  void letsNobodyGuessForLong() throws Exception {
    for (int tried = 0; tried < 390; tried++) {
      attempts.count("answer", "answer " + addressOf(home));
    }
    int refused = 0;
    for (int guess = 0; guess < 20; guess++) {
      String word = Integer.toString(10_000 + guess).repeat(9).substring(0, 43);
      int status =
          mvc.perform(get("/answer/" + town.key() + "/" + word).with(home))
              .andReturn()
              .getResponse()
              .getStatus();
      refused += status == 429 ? 1 : 0;
    }
    assertThat(refused).isEqualTo(10);
    assertThat(attempts.tooMany("somebody@" + town.key(), addressOf(home)))
        .as("shut out of signing in")
        .isFalse();
  }

  @Test
  void demandsAnAnswer() throws Exception {
    answer("").andExpect(status().isUnprocessableContent());
    mvc.perform(get(link).with(home)).andExpect(status().isOk());
  }

  private static String addressOf(RequestPostProcessor home) {
    return home.postProcessRequest(new MockHttpServletRequest()).getRemoteAddr();
  }

  private String letter(String key) {
    return town.within(() ->
        letters.stream()
            .flatMap(it ->
                it
                    .link(new PersonId(town.person(Role.EMPLOYEE)), key, "/actions/" + action)
                    .stream())
            .findFirst()
            .orElseThrow());
  }

  private ResultActions answer(String what) throws Exception {
    return mvc.perform(form().param("answer", what));
  }

  private MockHttpServletRequestBuilder form() {
    return post(link).with(csrf()).with(home).header("Accept-Language", "sv");
  }

  private String stateAndVersion() {
    return town.within(() -> {
      var row = sql.fetchSingle(ACTION);
      return row.getState() + " " + row.getVersion();
    });
  }

  private String trail() {
    return town.within(() ->
        sql.select(ENTRY.DETAIL)
            .from(ENTRY)
            .where(ENTRY.ACTION.eq("improvement.action-moved"))
            .fetchSingle()
            .value1()
            .toString());
  }
}
