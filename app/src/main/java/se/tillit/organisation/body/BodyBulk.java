package se.tillit.organisation.body;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.tillit.kernel.Ids;

/// Legal entities and bodies of an import, which leaves the one trail entry for all of them.
@Component
public class BodyBulk {

  private final BodyStore store;

  BodyBulk(BodyStore store) {
    this.store = store;
  }

  public UUID foundEntity(String name, String kind, LocalDate from) {
    UUID id = Ids.next();
    store.insertEntity(id, name, kind, null, from);
    return id;
  }

  public UUID foundBody(UUID entity, String name, String kind, LocalDate from) {
    UUID id = Ids.next();
    store.insertBody(id, entity, name, kind, from);
    return id;
  }
}
