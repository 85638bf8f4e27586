package se.tillit.identity.session;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.session.autoconfigure.SessionTimeout;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/// The sessions of all nodes. Spring Session's own repository costs a request four statements more.
@Component
class StoredSessions implements FindByIndexNameSessionRepository<StoredSession> {

  private final SessionStore store;
  private final Clock clock;
  private final Duration idle;

  StoredSessions(SessionStore store, Clock clock, SessionTimeout timeout) {
    this.store = store;
    this.clock = clock;
    Duration configured = timeout.getTimeout();
    this.idle = configured == null ? Duration.ofMinutes(30) : configured;
  }

  @Override
  public StoredSession createSession() {
    return StoredSession.begin(clock.instant(), idle);
  }

  @Override
  public void save(StoredSession session) {
    if (!session.isWorthWriting()) {
      return;
    }
    if (session.isNew()) {
      store.insert(session, clock.instant());
    } else {
      store.update(session);
    }
    session.isWritten();
  }

  @Override
  public @Nullable StoredSession findById(String id) {
    return OneReading.of(id, () -> living(id));
  }

  private @Nullable StoredSession living(String id) {
    return store.byId(id).stream()
        .filter(session -> !session.isExpired(clock.instant()))
        .findFirst()
        .orElse(null);
  }

  @Override
  public void deleteById(String id) {
    store.delete(id);
    OneReading.forget(id);
  }

  @Override
  public Map<String, StoredSession> findByIndexNameAndIndexValue(String index, String value) {
    var found = new HashMap<String, StoredSession>();
    if (index.equals(PRINCIPAL_NAME_INDEX_NAME)) {
      store.of(value).stream()
          .filter(session -> !session.isExpired(clock.instant()))
          .forEach(session -> found.put(session.getId(), session));
    }
    return found;
  }
}
