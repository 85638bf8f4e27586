package se.tillit.identity.demo;

import java.util.UUID;

/// Somebody invented whom a visitor of a demo installation may be.
public record Persona(UUID account, String name, String role, String tenantKey, String tenantName) {

  /// The capitals that stand for the name in a small circle.
  public String initials() {
    String[] parts = name.strip().split("\\s+");
    String last = parts[parts.length - 1];
    return first(parts[0]) + (parts.length > 1 ? first(last) : "");
  }

  private static String first(String word) {
    return word.isEmpty() ? "" : word.substring(0, word.offsetByCodePoints(0, 1));
  }
}
