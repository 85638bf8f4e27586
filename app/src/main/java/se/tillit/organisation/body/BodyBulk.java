package se.tillit.organisation.body;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Legal entities and bodies of an import, which leaves the one trail entry for all of them.
@Component
public class BodyBulk {

  private final BodyStore store;

  BodyBulk(BodyStore store) {
    this.store = store;
  }

  public void foundEntity(UUID id, String name, String kind, LocalDate from) {
    store.insertEntity(id, name, kind, null, from);
  }

  public void foundBody(UUID id, UUID entity, String name, String kind, LocalDate from) {
    store.insertBody(id, entity, name, kind, from);
  }
}
