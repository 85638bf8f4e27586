package se.tillit.identity.session;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.session.Session;

/// A session as its row has it, and what a request has changed of it. Its attributes are read from
/// their bytes only when somebody asks for them.
final class StoredSession implements Session {

  private static final Duration SELDOM = Duration.ofMinutes(1);
  private static final String CONTEXT = "SPRING_SECURITY_CONTEXT";

  private final String key;
  private final Instant created;
  private final Map<String, Object> attributes = new HashMap<>();
  private final Map<String, byte[]> unread;
  private final Set<String> changed = new HashSet<>();
  private String id;
  private Instant written;
  private Instant accessed;
  private Duration idle;
  private boolean isNew;
  private boolean isMoved;

  private StoredSession(Row row, Map<String, byte[]> unread, boolean isNew) {
    this.key = row.key();
    this.id = row.id();
    this.created = row.created();
    this.written = row.accessed();
    this.accessed = row.accessed();
    this.idle = row.idle();
    this.unread = unread;
    this.isNew = isNew;
  }

  /// What the row itself holds.
  record Row(String key, String id, Instant created, Instant accessed, Duration idle) {}

  static StoredSession begin(Instant now, Duration idle) {
    var row = new Row(random(), random(), now, now, idle);
    return new StoredSession(row, new HashMap<>(), true);
  }

  static StoredSession of(Row row, Map<String, byte[]> attributes) {
    return new StoredSession(row, attributes, false);
  }

  String key() {
    return key;
  }

  boolean isNew() {
    return isNew;
  }

  /// Whether there is anything to write: a later hour of access alone is worth it once a minute.
  boolean isWorthWriting() {
    return isNew || isMoved || !changed.isEmpty() || accessed.isAfter(written.plus(SELDOM));
  }

  Set<String> changed() {
    return Set.copyOf(changed);
  }

  void isWritten() {
    isNew = false;
    isMoved = false;
    changed.clear();
    written = accessed;
  }

  /// The account that is signed in here; none while somebody is on her way in.
  @Nullable String account() {
    return this.<Object>getAttribute(CONTEXT) instanceof SecurityContext context
            && context.getAuthentication() != null
        ? context.getAuthentication().getName()
        : null;
  }

  @Override
  public String getId() {
    return id;
  }

  @Override
  public String changeSessionId() {
    id = random();
    isMoved = true;
    return id;
  }

  @Override
  @SuppressWarnings({"unchecked", "NullAway"}) // Session promises its reader what it likes
  public <T> T getAttribute(String name) {
    byte[] bytes = unread.remove(name);
    if (bytes != null) {
      attributes.put(name, Packed.unpack(bytes));
    }
    return (T) attributes.get(name);
  }

  @Override
  public Set<String> getAttributeNames() {
    var names = new HashSet<>(attributes.keySet());
    names.addAll(unread.keySet());
    return names;
  }

  @Override
  public void setAttribute(String name, @Nullable Object value) {
    if (value == null) {
      removeAttribute(name);
      return;
    }
    unread.remove(name);
    attributes.put(name, value);
    changed.add(name);
  }

  @Override
  public void removeAttribute(String name) {
    if (unread.remove(name) != null | attributes.remove(name) != null) {
      changed.add(name);
    }
  }

  @Override
  public Instant getCreationTime() {
    return created;
  }

  @Override
  public void setLastAccessedTime(Instant now) {
    accessed = now;
  }

  @Override
  public Instant getLastAccessedTime() {
    return accessed;
  }

  @Override
  public void setMaxInactiveInterval(Duration interval) {
    isMoved = isMoved || !interval.equals(idle);
    idle = interval;
  }

  @Override
  public Duration getMaxInactiveInterval() {
    return idle;
  }

  @Override
  public boolean isExpired() {
    throw new UnsupportedOperationException("the repository gives out living sessions only");
  }

  boolean isExpired(Instant now) {
    return !accessed.plus(idle).isAfter(now);
  }

  private static String random() {
    return UUID.randomUUID().toString();
  }
}
