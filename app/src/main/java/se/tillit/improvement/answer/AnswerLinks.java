package se.tillit.improvement.answer;

import static org.jooq.impl.DSL.select;
import static se.tillit.schema.improvement.Tables.ANSWER_LINK;
import static se.tillit.schema.improvement.Tables.PUBLISHED_ACTION;
import static se.tillit.schema.organisation.Tables.PERSON_NAME;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.improvement.habit.HabitRegister;
import se.tillit.kernel.Acting;

/// The links that answer for an action: 256 random bits in a letter, their SHA-256 here. A link
/// holds while its action is open and in the same person's hands, and until it has expired, been
/// used, or been followed by a newer one.
@Component
class AnswerLinks {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SECRET_BYTES = 32;
  private static final int SECRET_LETTERS = 43;

  private final DSLContext sql;
  private final HabitRegister habits;
  private final Clock clock;

  AnswerLinks(DSLContext sql, HabitRegister habits, Clock clock) {
    this.sql = sql;
    this.habits = habits;
    this.clock = clock;
  }

  /// What a link that holds lets its bearer answer for: the title and the last day, and nothing
  /// else.
  record Asked(UUID action, String title, LocalDate due, UUID person, String name) {}

  /// Makes a link for the one who answers for the action; none when she does not.
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<String> issue(UUID action, UUID person) {
    boolean hers =
        sql.fetchExists(
            select(PUBLISHED_ACTION.ACTION_ID)
                .from(PUBLISHED_ACTION)
                .where(PUBLISHED_ACTION.ACTION_ID.eq(action))
                .and(PUBLISHED_ACTION.OPEN)
                .and(PUBLISHED_ACTION.PERSON_ID.eq(person)));
    if (!hers) {
      return Optional.empty();
    }
    end(action);
    byte[] random = new byte[SECRET_BYTES];
    RANDOM.nextBytes(random);
    String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    Instant now = clock.instant();
    sql.insertInto(ANSWER_LINK)
        .set(ANSWER_LINK.TENANT_ID, Acting.current().tenant().value())
        .set(ANSWER_LINK.HASH, hash(secret))
        .set(ANSWER_LINK.ACTION_ID, action)
        .set(ANSWER_LINK.PERSON_ID, person)
        .set(ANSWER_LINK.CREATED_AT, now)
        .set(ANSWER_LINK.EXPIRES_AT, now.plus(habits.current().linkDays(), ChronoUnit.DAYS))
        .execute();
    return Optional.of(secret);
  }

  /// What the link answers for; nothing when it does not hold. Reading changes nothing.
  @Transactional(readOnly = true)
  public Optional<Asked> read(String secret) {
    return find(secret, false);
  }

  /// The same, held until the transaction ends, so that a link answers once.
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Asked> take(String secret) {
    return find(secret, true);
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void end(UUID action) {
    sql.update(ANSWER_LINK)
        .set(ANSWER_LINK.ENDED_AT, clock.instant())
        .where(ANSWER_LINK.ACTION_ID.eq(action))
        .and(ANSWER_LINK.ENDED_AT.isNull())
        .execute();
  }

  private Optional<Asked> find(String secret, boolean held) {
    if (secret.length() != SECRET_LETTERS) {
      return Optional.empty();
    }
    var link =
        sql.select(ANSWER_LINK.ACTION_ID, ANSWER_LINK.PERSON_ID)
            .from(ANSWER_LINK)
            .where(ANSWER_LINK.HASH.eq(hash(secret)))
            .and(ANSWER_LINK.ENDED_AT.isNull())
            .and(ANSWER_LINK.EXPIRES_AT.gt(clock.instant()));
    var found = held ? link.forUpdate().fetchOptional() : link.fetchOptional();
    return found.flatMap(it -> asked(it.value1(), it.value2()));
  }

  private Optional<Asked> asked(UUID action, UUID person) {
    return sql.select(
            PUBLISHED_ACTION.ACTION_ID,
            PUBLISHED_ACTION.TITLE,
            PUBLISHED_ACTION.DUE_DAY,
            PUBLISHED_ACTION.PERSON_ID,
            PERSON_NAME.NAME)
        .from(PUBLISHED_ACTION)
        .join(PERSON_NAME)
        .on(PERSON_NAME.TENANT_ID.eq(PUBLISHED_ACTION.TENANT_ID))
        .and(PERSON_NAME.PERSON_ID.eq(PUBLISHED_ACTION.PERSON_ID))
        .where(PUBLISHED_ACTION.ACTION_ID.eq(action))
        .and(PUBLISHED_ACTION.OPEN)
        .and(PUBLISHED_ACTION.PERSON_ID.eq(person))
        .fetchOptional(
            it -> new Asked(it.value1(), it.value2(), it.value3(), it.value4(), it.value5()));
  }

  private static byte[] hash(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
