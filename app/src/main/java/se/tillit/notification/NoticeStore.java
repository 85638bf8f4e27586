package se.tillit.notification;

import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.param;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static se.tillit.schema.notification.Tables.CHOICE;
import static se.tillit.schema.notification.Tables.MAIL;
import static se.tillit.schema.notification.Tables.NOTICE;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record4;
import org.jooq.Record5;
import org.jooq.Records;
import org.jooq.Select;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.tillit.database.FixedQuery;
import se.tillit.kernel.Acting;
import se.tillit.kernel.Ids;
import se.tillit.web.Cursor;

/// Rows of notices and of how each person wants them.
@Component
class NoticeStore {

  private static final FixedQuery UNREAD =
      FixedQuery.of(
          select(count())
              .from(NOTICE)
              .where(NOTICE.PERSON_ID.eq(param("person", UUID.class)))
              .and(NOTICE.READ_AT.isNull()));

  private final DSLContext sql;
  private final Clock clock;

  NoticeStore(DSLContext sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /// A notice as it lies in the inbox.
  record Kept(
      UUID id, String key, String[] arguments, String path, Instant at, @Nullable Instant readAt) {}

  boolean insert(UUID person, Notice notice) {
    return sql.insertInto(NOTICE)
            .set(NOTICE.TENANT_ID, tenant())
            .set(NOTICE.ID, Ids.next())
            .set(NOTICE.PERSON_ID, person)
            .set(NOTICE.KEY, notice.key())
            .set(NOTICE.ARGUMENTS, notice.arguments().toArray(String[]::new))
            .set(NOTICE.PATH, notice.path())
            .set(NOTICE.ONCE, notice.once())
            .set(NOTICE.AT, now())
            .onConflictDoNothing()
            .execute()
        == 1;
  }

  int insertEach(String key, Select<Record4<UUID, String, String, String>> whom) {
    return insert(val(key), whom.asTable("whom", "person", "label", "path", "mark"), false);
  }

  int insertEach(Select<Record5<String, UUID, String, String, String>> whom) {
    Field<String> key = field(name("whom", "key"), String.class);
    return insert(key, whom.asTable("whom", "key", "person", "label", "path", "mark"), true);
  }

  private int insert(Field<String> key, Table<?> each, boolean urgent) {
    return sql.insertInto(
            NOTICE,
            NOTICE.TENANT_ID,
            NOTICE.ID,
            NOTICE.PERSON_ID,
            NOTICE.KEY,
            NOTICE.ARGUMENTS,
            NOTICE.PATH,
            NOTICE.ONCE,
            NOTICE.AT,
            NOTICE.URGENT)
        .select(
            select(
                    val(tenant()),
                    field("gen_random_uuid()", UUID.class),
                    field(name("whom", "person"), UUID.class),
                    key,
                    array(field(name("whom", "label"), String.class)),
                    field(name("whom", "path"), String.class),
                    field(name("whom", "mark"), String.class),
                    val(now(), NOTICE.AT),
                    val(urgent))
                .from(each)
                .where(field(name("whom", "person"), UUID.class).isNotNull()))
        .onConflictDoNothing()
        .execute();
  }

  /// Removes what was told about a page or below it, and the letters with its address that wait.
  int delete(String path) {
    sql.deleteFrom(MAIL).where(MAIL.SENT_AT.isNull()).and(MAIL.BODY.contains(path)).execute();
    return sql.deleteFrom(NOTICE)
        .where(NOTICE.PATH.eq(path).or(NOTICE.PATH.startsWith(path + "/")))
        .execute();
  }

  List<Kept> page(UUID person, boolean unreadOnly, @Nullable Cursor after, int limit) {
    var beyond =
        after == null ? noCondition() : row(NOTICE.AT, NOTICE.ID).lt(after.instant(0), after.id(1));
    return sql.select(
            NOTICE.ID, NOTICE.KEY, NOTICE.ARGUMENTS, NOTICE.PATH, NOTICE.AT, NOTICE.READ_AT)
        .from(NOTICE)
        .where(NOTICE.PERSON_ID.eq(person))
        .and(unreadOnly ? NOTICE.READ_AT.isNull() : noCondition())
        .and(beyond)
        .orderBy(NOTICE.AT.desc(), NOTICE.ID.desc())
        .limit(limit)
        .fetch(Records.mapping(Kept::new));
  }

  Optional<String> read(UUID person, UUID id) {
    sql.update(NOTICE)
        .set(NOTICE.READ_AT, now())
        .where(NOTICE.ID.eq(id))
        .and(NOTICE.PERSON_ID.eq(person))
        .and(NOTICE.READ_AT.isNull())
        .execute();
    return sql.select(NOTICE.PATH)
        .from(NOTICE)
        .where(NOTICE.ID.eq(id))
        .and(NOTICE.PERSON_ID.eq(person))
        .fetchOptional(NOTICE.PATH);
  }

  int readAll(UUID person) {
    return sql.update(NOTICE)
        .set(NOTICE.READ_AT, now())
        .where(NOTICE.PERSON_ID.eq(person))
        .and(NOTICE.READ_AT.isNull())
        .execute();
  }

  int unread(UUID person) {
    return UNREAD.fetch(sql, person).getFirst().get(0, Integer.class);
  }

  MailChoice choice(UUID person) {
    return sql.select(CHOICE.MAIL)
        .from(CHOICE)
        .where(CHOICE.PERSON_ID.eq(person))
        .fetchOptional(CHOICE.MAIL)
        .map(MailChoice::of)
        .orElse(MailChoice.DAILY);
  }

  void choose(UUID person, MailChoice choice) {
    sql.insertInto(CHOICE, CHOICE.TENANT_ID, CHOICE.PERSON_ID, CHOICE.MAIL)
        .values(tenant(), person, choice.key())
        .onConflict(CHOICE.TENANT_ID, CHOICE.PERSON_ID)
        .doUpdate()
        .set(CHOICE.MAIL, choice.key())
        .execute();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static UUID tenant() {
    return Acting.current().tenant().value();
  }
}
