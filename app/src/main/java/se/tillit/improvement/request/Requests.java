package se.tillit.improvement.request;

import static se.tillit.schema.improvement.Tables.REQUEST;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.kernel.Acting;
import se.tillit.kernel.Refused;

/// Remembers what a client called a request (`Idempotency-Key`), so that the same request makes its
/// record once, however often it is sent.
@Component
public class Requests {

  private static final int LONGEST = 200;

  private final DSLContext sql;
  private final Clock clock;

  Requests(DSLContext sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /// Makes the record, or finds the one that the same request made before. A second request of the
  /// same name waits for the first.
  @Transactional
  public UUID once(@Nullable String key, String kind, Supplier<UUID> making) {
    if (key == null || key.isBlank()) {
      return making.get();
    }
    if (key.length() > LONGEST) {
      throw new Refused("improvement.request.key-long", LONGEST).at("Idempotency-Key");
    }
    UUID tenant = Acting.current().tenant().value();
    sql.execute("select pg_advisory_xact_lock(hashtextextended(?, 0))", tenant + " " + key);
    Optional<UUID> made = made(key, kind);
    if (made.isPresent()) {
      return made.get();
    }
    UUID id = making.get();
    sql.insertInto(REQUEST)
        .set(REQUEST.TENANT_ID, tenant)
        .set(REQUEST.KEY, key)
        .set(REQUEST.KIND, kind)
        .set(REQUEST.RECORD_ID, id)
        .set(REQUEST.AT, clock.instant())
        .execute();
    return id;
  }

  private Optional<UUID> made(String key, String kind) {
    return sql.selectFrom(REQUEST)
        .where(REQUEST.KEY.eq(key))
        .fetchOptional()
        .map(found -> {
          if (!found.getKind().equals(kind)) {
            throw new Refused("improvement.request.key-taken").at("Idempotency-Key");
          }
          return found.getRecordId();
        });
  }
}
