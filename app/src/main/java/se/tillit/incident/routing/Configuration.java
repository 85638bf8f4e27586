package se.tillit.incident.routing;

import org.jspecify.annotations.Nullable;

/// How a tenant takes reports.
///
/// @param officerDirectly whether the data protection officer gets a report at once, or when a
///   handler has looked at it
/// @param diaryDemanded whether a case needs a number in the diary before it is closed
/// @param defaultGround the ground for secrecy of a case whose kind is not known yet
/// @param sizeLimit the largest attachment, in bytes
public record Configuration(
    boolean anonymousAllowed,
    boolean officerDirectly,
    boolean diaryDemanded,
    @Nullable String defaultGround,
    int sizeLimit,
    int version) {

  public static final int MEGABYTE = 1024 * 1024;

  static final Configuration DEFAULT =
      new Configuration(false, true, false, "18-8b", 20 * MEGABYTE, -1);

  public int megabytes() {
    return sizeLimit / MEGABYTE;
  }
}
