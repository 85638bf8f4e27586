package se.tillit.incident.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static se.tillit.schema.incident.Tables.ATTACHMENT;
import static se.tillit.schema.incident.Tables.CONFIGURATION;
import static se.tillit.schema.incident.Tables.INCIDENT;
import static se.tillit.schema.notification.Tables.NOTICE;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import se.tillit.identity.Role;
import se.tillit.incident.Reports;
import se.tillit.testing.TillitTest;
import se.tillit.testing.Town;
import se.tillit.testing.Towns;

@TillitTest
class ReportAtOnceIT {

  private static final String TEXT = "Dörren till arkivet stod öppen";

  @Autowired Towns towns;
  @Autowired MockMvc mvc;
  @Autowired DSLContext sql;

  private Town town;
  private Reports reports;

  @BeforeEach
  void found() {
    town = towns.found();
    reports = new Reports(mvc, town);
  }

  @Test
  @Tag("K-4.1.7a")
  void makesOneCaseOfTheSameReportSentManyTimesAtTheSameMoment() throws Exception {
    var together = new CountDownLatch(1);
    var receipts = new ArrayList<String>();
    try (var people = Executors.newFixedThreadPool(4)) {
      List<Future<String>> sent = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        sent.add(
            people.submit(() -> {
              together.await();
              return reports.report("key-1", TEXT, "no");
            }));
      }
      together.countDown();
      for (Future<String> one : sent) {
        receipts.add(one.get());
      }
    }
    assertThat(receipts).hasSize(4).containsOnly(reports.page("/incidents/receipts/key-1"));
    assertThat(town.within(() -> sql.fetchCount(INCIDENT))).isEqualTo(1);
    assertThat(town.within(() -> sql.fetchCount(NOTICE))).isEqualTo(1);
  }

  @Test
  void keepsAFileWhileTheRestOfTheReportIsMended() throws Exception {
    mvc.perform(send("anteckning.txt", "Såg dörren klockan sju").param("happening", " "))
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(containsString("anteckning.txt")))
        .andExpect(content().string(containsString("Redan mottaget")));
    assertThat(town.within(() -> sql.fetchCount(INCIDENT))).isZero();
    reports.report("key-1", TEXT, "no");
    assertThat(
            town.within(() ->
                sql.select(ATTACHMENT.NAME)
                    .from(ATTACHMENT)
                    .where(ATTACHMENT.INCIDENT_ID.in(sql.select(INCIDENT.ID).from(INCIDENT)))
                    .fetch(ATTACHMENT.NAME)))
        .containsExactly("anteckning.txt");
  }

  @Test
  void refusesOneFileByItsNameAndKeepsTheOthersAndTheWords() throws Exception {
    mvc.perform(
            send("anteckning.txt", "Såg dörren klockan sju")
                .file(file("tom.txt", ""))
                .param("happening", TEXT))
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(containsString("Filen tom.txt är tom")))
        .andExpect(content().string(containsString(TEXT)))
        .andExpect(content().string(containsString("Redan mottaget")));
  }

  @Test
  @Tag("K-4.1.7a")
  void keepsTheKeysOfTwoPeopleApart() throws Exception {
    reports.report("key-1", TEXT, "no");
    mvc.perform(
            reports
                .submit("/incidents", Role.ELECTED)
                .param("key", "key-1")
                .param("security", "no")
                .param("certainty", "known")
                .param("personal", "no")
                .param("happening", "Något helt annat"))
        .andExpect(status().is3xxRedirection());
    assertThat(town.within(() -> sql.fetchCount(INCIDENT))).isEqualTo(2);
    mvc.perform(reports.get("/incidents/receipts/key-1", Role.MANAGER))
        .andExpect(status().isNotFound());
  }

  @Test
  @Tag("K-4.1.7a")
  void keepsNoNameWithTheFilesOfAReportWithoutOne() throws Exception {
    town.within(() ->
        sql.insertInto(CONFIGURATION)
            .set(CONFIGURATION.TENANT_ID, town.tenant().id().value())
            .set(CONFIGURATION.ANONYMOUS_ALLOWED, true)
            .execute());
    String key = UUID.randomUUID().toString();
    mvc.perform(send("anteckning.txt", "Såg dörren").param("happening", " ").with(keyed(key)))
        .andExpect(status().isUnprocessableContent());
    mvc.perform(reports.form(key, TEXT, "no").param("anonymous", "true"))
        .andExpect(status().is3xxRedirection());
    assertThat(
            town.within(
                () -> sql.select(ATTACHMENT.ADDED_BY).from(ATTACHMENT).fetchSingle().value1()))
        .isEqualTo("Anonym");
    mvc.perform(reports.form("1", TEXT, "no").param("anonymous", "true"))
        .andExpect(status().isUnprocessableContent());
  }

  private static RequestPostProcessor keyed(String key) {
    return request -> {
      request.setParameter("key", key);
      return request;
    };
  }

  private MockMultipartHttpServletRequestBuilder send(String name, String text) {
    var request = multipart(reports.page("/incidents")).file(file(name, text));
    request
        .param("key", "key-1")
        .param("security", "no")
        .param("certainty", "known")
        .with(town.as(Role.EMPLOYEE))
        .with(csrf());
    return request;
  }

  private static MockMultipartFile file(String name, String text) {
    return new MockMultipartFile(
        "files", name, "text/plain", text.getBytes(StandardCharsets.UTF_8));
  }
}
