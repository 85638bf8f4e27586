package se.tillit.audittrail;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a trail entry is about: the kind (module's word for the thing), its id, and its name that
/// day.
public record Subject(String kind, @Nullable UUID id, String name) {

  public static Subject of(String kind, UUID id, String name) {
    return new Subject(kind, id, name);
  }
}
