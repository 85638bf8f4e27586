package se.tillit.organisation.duty;

import java.util.List;

/// A duty that shall be filled, for whom, and how far it is.
///
/// @param per one holder for each of these: `tenant`, `legal_entity`, `body` or `unit`
/// @param places how many holders that makes today
/// @param filled how many of them have one
public record Expectation(String duty, String per, boolean needsDeputy, int places, int filled) {

  static final List<String> SCOPES = List.of("tenant", "legal_entity", "body", "unit");
}
