package se.tillit.identity.session;

import static org.jooq.impl.DSL.param;
import static org.jooq.impl.DSL.select;
import static se.tillit.schema.identity.Tables.SPRING_SESSION;
import static se.tillit.schema.identity.Tables.SPRING_SESSION_ATTRIBUTES;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Select;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.database.FixedQuery;

/// The rows of sessions.
@Component
class SessionStore {

  private static final FixedQuery BY_ID =
      FixedQuery.of(sessions(SPRING_SESSION.SESSION_ID.eq(param("id", String.class))));
  private static final FixedQuery OF_ACCOUNT =
      FixedQuery.of(sessions(SPRING_SESSION.PRINCIPAL_NAME.eq(param("account", String.class))));

  private final DSLContext sql;

  SessionStore(DSLContext sql) {
    this.sql = sql;
  }

  /// A session by its id, read outside any transaction in one statement.
  List<StoredSession> byId(String id) {
    return found(BY_ID.fetch(sql, id));
  }

  List<StoredSession> of(String account) {
    return found(OF_ACCOUNT.fetch(sql, account));
  }

  private static Select<?> sessions(Condition which) {
    return select(
            SPRING_SESSION.PRIMARY_ID,
            SPRING_SESSION.SESSION_ID,
            SPRING_SESSION.CREATION_TIME,
            SPRING_SESSION.LAST_ACCESS_TIME,
            SPRING_SESSION.MAX_INACTIVE_INTERVAL,
            SPRING_SESSION_ATTRIBUTES.ATTRIBUTE_NAME,
            SPRING_SESSION_ATTRIBUTES.ATTRIBUTE_BYTES)
        .from(SPRING_SESSION)
        .leftJoin(SPRING_SESSION_ATTRIBUTES)
        .on(SPRING_SESSION_ATTRIBUTES.SESSION_PRIMARY_ID.eq(SPRING_SESSION.PRIMARY_ID))
        .where(which);
  }

  private static List<StoredSession> found(Iterable<Record> sessions) {
    var rows = new LinkedHashMap<String, StoredSession.Row>();
    var attributes = new HashMap<String, Map<String, byte[]>>();
    for (Record row : sessions) {
      String key = row.get(SPRING_SESSION.PRIMARY_ID);
      rows.putIfAbsent(key, session(row));
      var kept = attributes.computeIfAbsent(key, none -> new HashMap<>());
      String name = row.get(SPRING_SESSION_ATTRIBUTES.ATTRIBUTE_NAME);
      if (name != null) {
        kept.put(name, row.get(SPRING_SESSION_ATTRIBUTES.ATTRIBUTE_BYTES));
      }
    }
    var found = new ArrayList<StoredSession>();
    rows.forEach((key, row) ->
        found.add(StoredSession.of(row, attributes.getOrDefault(key, new HashMap<>()))));
    return found;
  }

  private static StoredSession.Row session(Record row) {
    return new StoredSession.Row(
        row.get(SPRING_SESSION.PRIMARY_ID),
        row.get(SPRING_SESSION.SESSION_ID),
        Instant.ofEpochMilli(row.get(SPRING_SESSION.CREATION_TIME)),
        Instant.ofEpochMilli(row.get(SPRING_SESSION.LAST_ACCESS_TIME)),
        Duration.ofSeconds(row.get(SPRING_SESSION.MAX_INACTIVE_INTERVAL)));
  }

  /// A new one; the expired go at the same time.
  @Transactional
  public void insert(StoredSession session, Instant now) {
    sql.deleteFrom(SPRING_SESSION)
        .where(SPRING_SESSION.EXPIRY_TIME.lt(now.toEpochMilli()))
        .execute();
    var row = sql.newRecord(SPRING_SESSION);
    row.setPrimaryId(session.key());
    row.setSessionId(session.getId());
    row.setCreationTime(session.getCreationTime().toEpochMilli());
    row.setLastAccessTime(session.getLastAccessedTime().toEpochMilli());
    row.setMaxInactiveInterval((int) session.getMaxInactiveInterval().toSeconds());
    row.setExpiryTime(expiry(session));
    row.setPrincipalName(session.account());
    row.insert();
    attributes(session);
  }

  /// What has changed of one that still is; one that was ended meanwhile stays ended.
  @Transactional
  public void update(StoredSession session) {
    int living =
        sql.update(SPRING_SESSION)
            .set(SPRING_SESSION.SESSION_ID, session.getId())
            .set(SPRING_SESSION.LAST_ACCESS_TIME, session.getLastAccessedTime().toEpochMilli())
            .set(
                SPRING_SESSION.MAX_INACTIVE_INTERVAL,
                (int) session.getMaxInactiveInterval().toSeconds())
            .set(SPRING_SESSION.EXPIRY_TIME, expiry(session))
            .set(SPRING_SESSION.PRINCIPAL_NAME, session.account())
            .where(SPRING_SESSION.PRIMARY_ID.eq(session.key()))
            .execute();
    if (living == 1) {
      attributes(session);
    }
  }

  void delete(String id) {
    sql.deleteFrom(SPRING_SESSION).where(SPRING_SESSION.SESSION_ID.eq(id)).execute();
  }

  private void attributes(StoredSession session) {
    for (String name : session.changed()) {
      Object value = session.getAttribute(name);
      if (value == null) {
        sql.deleteFrom(SPRING_SESSION_ATTRIBUTES)
            .where(SPRING_SESSION_ATTRIBUTES.SESSION_PRIMARY_ID.eq(session.key()))
            .and(SPRING_SESSION_ATTRIBUTES.ATTRIBUTE_NAME.eq(name))
            .execute();
      } else {
        byte[] bytes = Packed.pack(value);
        sql.insertInto(SPRING_SESSION_ATTRIBUTES)
            .set(SPRING_SESSION_ATTRIBUTES.SESSION_PRIMARY_ID, session.key())
            .set(SPRING_SESSION_ATTRIBUTES.ATTRIBUTE_NAME, name)
            .set(SPRING_SESSION_ATTRIBUTES.ATTRIBUTE_BYTES, bytes)
            .onConflict(
                SPRING_SESSION_ATTRIBUTES.SESSION_PRIMARY_ID,
                SPRING_SESSION_ATTRIBUTES.ATTRIBUTE_NAME)
            .doUpdate()
            .set(SPRING_SESSION_ATTRIBUTES.ATTRIBUTE_BYTES, bytes)
            .execute();
      }
    }
  }

  private static long expiry(StoredSession session) {
    return session.getLastAccessedTime().plus(session.getMaxInactiveInterval()).toEpochMilli();
  }
}
