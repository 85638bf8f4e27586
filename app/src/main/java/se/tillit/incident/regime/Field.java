package se.tillit.incident.regime;

/// A field of an authority's form at one stage.
///
/// @param limit the most characters it takes
/// @param from where the case has it, such as `incident.happening`; empty when somebody must write
///   it
/// @param secret whether it may hold what OSL 18:8 b or another ground protects
public record Field(
    String key, Said label, int limit, boolean mandatory, String from, boolean secret) {

  /// Why it is late is asked of whoever is late, and of nobody else.
  public Field asked(boolean late) {
    return from.equals("clock.late") && late
        ? new Field(key, label, limit, true, from, secret)
        : this;
  }
}
