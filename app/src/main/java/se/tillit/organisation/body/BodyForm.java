package se.tillit.organisation.body;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A legal entity or a body as somebody types it.
public record BodyForm(@Nullable String name, @Nullable String kind, @Nullable String entity) {

  /// What is known already need not be typed: the first legal entity is the tenant itself, and
  /// where there is but one, bodies belong to it.
  BodyForm proposed(String tenant, List<EntityRow> entities) {
    if (entities.isEmpty()) {
      boolean isFederation = tenant.toLowerCase(Locale.ROOT).contains("förbund");
      return new BodyForm(
          blank(name) ? tenant : name,
          blank(kind) ? (isFederation ? "federation" : "municipality") : kind,
          entity);
    }
    String only = entities.size() == 1 ? entities.getFirst().id().toString() : entity;
    boolean federated = entities.size() == 1 && entities.getFirst().kind().equals("federation");
    return new BodyForm(
        name, blank(kind) && federated ? "directorate" : kind, blank(entity) ? only : entity);
  }

  private static boolean blank(@Nullable String typed) {
    return typed == null || typed.isBlank();
  }
}
