package se.tillit.web;

import org.jspecify.annotations.Nullable;
import se.tillit.kernel.Refused;

/// A record's version as HTTP carries it: `ETag: "7"`, `If-Match: "7"`.
public final class Etag {

  private Etag() {}

  public static String of(int version) {
    return "\"" + version + "\"";
  }

  /// The version that the caller has read; a change without `If-Match` is refused.
  public static int demanded(@Nullable String ifMatch) {
    if (ifMatch == null || !ifMatch.strip().matches("(W/)?\"\\d{1,9}\"")) {
      throw new Refused("web.if-match.missing").at("If-Match");
    }
    return Integer.parseInt(ifMatch.replaceAll("\\D", ""));
  }
}
