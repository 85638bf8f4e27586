package se.tillit.improvement.demo;

import static se.tillit.schema.improvement.Tables.REVIEW;
import static se.tillit.schema.improvement.Tables.REVIEW_DECISION;
import static se.tillit.schema.improvement.Tables.REVIEW_NOTE;
import static se.tillit.schema.improvement.Tables.REVIEW_PARTICIPANT;
import static se.tillit.schema.organisation.Tables.CURRENT_BODY;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.tillit.identity.DemoChapter;
import se.tillit.identity.DemoPeople;
import se.tillit.identity.Role;
import se.tillit.improvement.Actions;
import se.tillit.improvement.AgendaPoint;
import se.tillit.improvement.NewAction;
import se.tillit.improvement.Priority;
import se.tillit.improvement.review.ReviewFacts;
import se.tillit.kernel.Acting;
import se.tillit.kernel.Ids;
import se.tillit.kernel.Sweden;
import tools.jackson.databind.json.JsonMapper;

/// The invented municipalities' management reviews: last year's with its minutes, and the next one
/// being prepared.
@Component
class DemoReviews implements DemoChapter {

  private static final String LINE = "improvement.review.line.";
  private static final List<String> PRESENT =
      List.of(
          "Kommundirektören, ordförande",
          "Förvaltningscheferna",
          "Informationssäkerhetssamordnaren",
          "Dataskyddsombudet, vid punkterna om personuppgifter");

  private final DSLContext sql;
  private final Actions actions;
  private final DemoPeople people;
  private final Clock clock;

  DemoReviews(DSLContext sql, Actions actions, DemoPeople people, Clock clock) {
    this.sql = sql;
    this.actions = actions;
    this.people = people;
    this.clock = clock;
  }

  @Override
  public int order() {
    return 53;
  }

  @Override
  public void write(String tenantKey) {
    LocalDate today = Sweden.today(clock);
    UUID body =
        sql.select(CURRENT_BODY.BODY_ID)
            .from(CURRENT_BODY)
            .where(CURRENT_BODY.KIND.eq("management_group"))
            .limit(1)
            .fetchOne(CURRENT_BODY.BODY_ID);
    LocalDate last = today.minusMonths(11);
    writeHeld(last, body, today);
    writeNext(last.plusDays(1), today.plusDays(24), body);
  }

  private void writeHeld(LocalDate day, @Nullable UUID body, LocalDate today) {
    String title = "Ledningens genomgång " + day.getYear();
    UUID review = review(title, day.minusYears(1), day, body);
    writeNotes(review);
    sql.update(REVIEW)
        .set(REVIEW.REFERENCE, "KS " + day.getYear() + "/412")
        .set(
            REVIEW.CONCLUSION,
            "Ledningssystemet är lämpligt och har effekt, men det tar för lång tid från anmälan till"
                + " beslut. Arbetet behöver inte mer pengar utan mer tid hos cheferna.")
        .set(REVIEW.FACTS, JsonMapper.shared().writeValueAsString(facts()))
        .set(REVIEW.FROZEN_AT, clock.instant().minus(Duration.ofDays(333)))
        .set(REVIEW.FROZEN_BY, Acting.current().name())
        .set(REVIEW.VERSION, 3)
        .where(REVIEW.ID.eq(review))
        .execute();
    writeDecisions(review, title, body, today);
  }

  private void writeNotes(UUID review) {
    note(
        review,
        AgendaPoint.CHANGED_ISSUES,
        "Cybersäkerhetslagen gäller från årsskiftet. Kommunen är en verksamhetsutövare, och nämnderna"
            + " behöver veta vem som lämnar uppgifter till tillsynsmyndigheten.");
    note(
        review,
        AgendaPoint.MEASUREMENTS,
        "Tillgångar utan ägare har minskat, men bekräftelserna släpar i skolan.");
    note(
        review,
        AgendaPoint.FEEDBACK,
        "Chefer vill ha kortare frågor. Samordnaren delar upp dem efter verksamhet.");
  }

  private void writeDecisions(UUID review, String title, @Nullable UUID body, LocalDate today) {
    UUID coordinator = people.of(Role.COORDINATOR).stream().findFirst().orElse(null);
    LocalDate due = today.plusDays(38);
    String text = "Visa för varje nämnd hur lång tid det tar från anmälan till beslut";
    var source = new NewAction.Source("review", review, title, "/reviews/" + review);
    UUID action =
        actions.open(
            new NewAction(
                text,
                "",
                source,
                new NewAction.Place(null, body),
                new NewAction.Hands(coordinator, null),
                due,
                Priority.NORMAL));
    decision(review, text, coordinator, due, action);
    decision(review, "Målen för arbetet står fast ett år till", null, null, null);
  }

  private static ReviewFacts facts() {
    return new ReviewFacts(
        List.of(
            line(
                AgendaPoint.EARLIER_DECISIONS,
                "/actions?which=all&source=review",
                "earlier",
                3,
                3,
                0),
            line(
                AgendaPoint.NONCONFORMITIES,
                "/findings?which=all&kind=deviation",
                "findings",
                9,
                7,
                4,
                2),
            line(AgendaPoint.NONCONFORMITIES, "/actions", "actions", 11, 14, 5, 1),
            line(AgendaPoint.MEASUREMENTS, "/conformance", "figures", 12, 3),
            line(
                AgendaPoint.OPPORTUNITIES,
                "/findings?which=all&kind=opportunity",
                "opportunities",
                2)));
  }

  private static ReviewFacts.Line line(
      AgendaPoint point, String path, String key, Object... arguments) {
    return new ReviewFacts.Line(point.key(), LINE + key, List.of(arguments), path);
  }

  private void writeNext(LocalDate from, LocalDate day, @Nullable UUID body) {
    UUID review = review("Ledningens genomgång " + day.getYear(), from, day, body);
    note(
        review,
        AgendaPoint.INTERESTED_PARTIES,
        "Revisorerna har frågat hur bolagen följer policyn. Svaret ska vara klart till mötet.");
    decision(
        review, "Öva ett avbrott i journalsystemet före sommaren", null, day.plusDays(120), null);
  }

  private UUID review(String title, LocalDate from, LocalDate day, @Nullable UUID body) {
    UUID id = Ids.next();
    sql.insertInto(REVIEW)
        .set(REVIEW.TENANT_ID, tenant())
        .set(REVIEW.ID, id)
        .set(REVIEW.TITLE, title)
        .set(REVIEW.DAY, day)
        .set(REVIEW.FROM_DAY, from)
        .set(REVIEW.BODY_ID, body)
        .set(REVIEW.CREATED_AT, clock.instant())
        .execute();
    for (int place = 1; place <= PRESENT.size(); place++) {
      sql.insertInto(REVIEW_PARTICIPANT)
          .set(REVIEW_PARTICIPANT.TENANT_ID, tenant())
          .set(REVIEW_PARTICIPANT.REVIEW_ID, id)
          .set(REVIEW_PARTICIPANT.PLACE, place)
          .set(REVIEW_PARTICIPANT.NAME, PRESENT.get(place - 1))
          .execute();
    }
    return id;
  }

  private void note(UUID review, AgendaPoint point, String text) {
    sql.insertInto(REVIEW_NOTE)
        .set(REVIEW_NOTE.TENANT_ID, tenant())
        .set(REVIEW_NOTE.REVIEW_ID, review)
        .set(REVIEW_NOTE.POINT, point.key())
        .set(REVIEW_NOTE.TEXT, text)
        .execute();
  }

  private void decision(
      UUID review,
      String text,
      @Nullable UUID owner,
      @Nullable LocalDate due,
      @Nullable UUID action) {
    sql.insertInto(REVIEW_DECISION)
        .set(REVIEW_DECISION.TENANT_ID, tenant())
        .set(REVIEW_DECISION.ID, Ids.next())
        .set(REVIEW_DECISION.REVIEW_ID, review)
        .set(REVIEW_DECISION.TEXT, text)
        .set(REVIEW_DECISION.OWNER_ID, owner)
        .set(REVIEW_DECISION.DUE_DAY, due)
        .set(REVIEW_DECISION.ACTION_ID, action)
        .execute();
  }

  private static UUID tenant() {
    return Acting.current().tenant().value();
  }
}
