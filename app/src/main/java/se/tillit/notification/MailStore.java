package se.tillit.notification;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static se.tillit.schema.notification.Tables.CHOICE;
import static se.tillit.schema.notification.Tables.DIGEST;
import static se.tillit.schema.notification.Tables.MAIL;
import static se.tillit.schema.notification.Tables.NOTICE;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.audittrail.Detail;
import se.tillit.audittrail.Subject;
import se.tillit.audittrail.Trail;
import se.tillit.kernel.Acting;
import se.tillit.kernel.Ids;

/// Rows of e-mail to send, and of what remains to be mailed.
@Component
class MailStore {

  private static final Duration TOO_OLD = Duration.ofDays(2);
  private static final Duration LONGEST_SENDING = Duration.ofMinutes(5);
  private static final int LONGEST_WAIT_MINUTES = 240;
  // By then it has been tried for four days.
  private static final int MOST_ATTEMPTS = 30;
  private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

  private final DSLContext sql;
  private final Trail trail;
  private final Clock clock;

  MailStore(DSLContext sql, Trail trail, Clock clock) {
    this.sql = sql;
    this.trail = trail;
    this.clock = clock;
  }

  /// A notice that its person has not been mailed about.
  record Unmailed(UUID id, UUID person, String key, String[] arguments, String path) {}

  /// A letter that waits to be sent.
  record Letter(UUID id, String recipient, String subject, String body, int attempts) {}

  /// What those who chose so have not been mailed about, and what cannot wait; locked, so that no
  /// other node mails it too.
  List<Unmailed> unmailed(MailChoice choice) {
    Condition chosen = coalesce(CHOICE.MAIL, inline(MailChoice.DAILY.key())).eq(choice.key());
    return sql.select(NOTICE.ID, NOTICE.PERSON_ID, NOTICE.KEY, NOTICE.ARGUMENTS, NOTICE.PATH)
        .from(NOTICE)
        .leftJoin(CHOICE)
        .on(CHOICE.TENANT_ID.eq(NOTICE.TENANT_ID))
        .and(CHOICE.PERSON_ID.eq(NOTICE.PERSON_ID))
        .where(NOTICE.MAILED_AT.isNull())
        .and(NOTICE.READ_AT.isNull())
        .and(NOTICE.AT.gt(clock.instant().minus(TOO_OLD)))
        .and(choice == MailChoice.EACH ? chosen.or(NOTICE.URGENT) : chosen)
        .orderBy(NOTICE.PERSON_ID, NOTICE.AT)
        .forUpdate()
        .of(NOTICE)
        .skipLocked()
        .fetch(Records.mapping(Unmailed::new));
  }

  void mailed(Collection<UUID> notices) {
    sql.update(NOTICE)
        .set(NOTICE.MAILED_AT, clock.instant())
        .where(NOTICE.ID.in(notices))
        .execute();
  }

  void insert(String recipient, String subject, String body) {
    sql.insertInto(MAIL)
        .set(MAIL.TENANT_ID, tenant())
        .set(MAIL.ID, Ids.next())
        .set(MAIL.RECIPIENT, recipient)
        .set(MAIL.SUBJECT, subject)
        .set(MAIL.BODY, body)
        .set(MAIL.CREATED_AT, clock.instant())
        .set(MAIL.NEXT_AT, clock.instant())
        .execute();
  }

  /// Takes the next letter whose time has come, and puts it off for as long as it may take to send:
  /// nobody else takes it meanwhile, and should this node fall it goes again.
  @Transactional
  public Optional<Letter> take() {
    return sql.update(MAIL)
        .set(MAIL.NEXT_AT, clock.instant().plus(LONGEST_SENDING))
        .where(
            MAIL.ID.eq(
                select(MAIL.ID)
                    .from(MAIL)
                    .where(MAIL.SENT_AT.isNull())
                    .and(MAIL.NEXT_AT.le(clock.instant()))
                    .orderBy(MAIL.NEXT_AT, MAIL.ID)
                    .limit(1)
                    .forUpdate()
                    .skipLocked()))
        .returningResult(MAIL.ID, MAIL.RECIPIENT, MAIL.SUBJECT, MAIL.BODY, MAIL.ATTEMPTS)
        .fetchOptional(Records.mapping(Letter::new));
  }

  /// A letter that has gone keeps no text: it may have held a link that answers for its reader.
  @Transactional
  public void sent(UUID id) {
    sql.update(MAIL)
        .set(MAIL.SENT_AT, clock.instant())
        .set(MAIL.BODY, "")
        .setNull(MAIL.FAILURE)
        .where(MAIL.ID.eq(id))
        .execute();
  }

  /// Puts the letter off: twice as long each time, four hours at the most. One that has been tried
  /// for days goes no more, and keeps no text.
  @Transactional
  public void putOff(Letter letter, String failure) {
    if (letter.attempts() >= MOST_ATTEMPTS) {
      giveUp(letter, failure);
      return;
    }
    int minutes = Math.min(LONGEST_WAIT_MINUTES, 1 << Math.min(letter.attempts(), 10));
    Instant next = clock.instant().plus(Duration.ofMinutes(minutes));
    sql.update(MAIL)
        .set(MAIL.ATTEMPTS, letter.attempts() + 1)
        .set(MAIL.NEXT_AT, next)
        .set(MAIL.FAILURE, failure)
        .where(MAIL.ID.eq(letter.id()))
        .execute();
  }

  private void giveUp(Letter letter, String failure) {
    sql.update(MAIL)
        .set(MAIL.NEXT_AT, NEVER)
        .set(MAIL.BODY, "")
        .set(MAIL.FAILURE, failure)
        .where(MAIL.ID.eq(letter.id()))
        .execute();
    trail.record(
        "notification.letter-given-up",
        Subject.of("letter", letter.id(), ""),
        Detail.of("attempts", letter.attempts() + 1));
  }

  /// Takes the digest of this day; false when it is taken already.
  boolean takeDigest(LocalDate day) {
    return sql.insertInto(DIGEST, DIGEST.TENANT_ID, DIGEST.DAY)
            .values(tenant(), day)
            .onConflict(DIGEST.TENANT_ID)
            .doUpdate()
            .set(DIGEST.DAY, day)
            .where(DIGEST.DAY.lt(day))
            .execute()
        == 1;
  }

  private static UUID tenant() {
    return Acting.current().tenant().value();
  }
}
