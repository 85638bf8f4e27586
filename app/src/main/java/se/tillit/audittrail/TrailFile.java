package se.tillit.audittrail;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An exported trail: lines of text that can be read by anyone, and verified with this class alone,
/// without the database.
///
/// The first line says whose it is. Each entry is its hash, a space, and the words that were
/// hashed. Signed checkpoints stand after the entry that they speak of, and the last line is a
/// signature over the end.
public final class TrailFile {

  static final String CHECKPOINT = "checkpoint";
  static final String END = "end";

  private static final Base64.Encoder BASE64 = Base64.getEncoder();
  private static final HexFormat HEX = HexFormat.of();
  private static final Pattern HEAD =
      Pattern.compile(
          "\\{\"format\":\"tillit-trail-1\",\"tenant\":\"([0-9a-f-]{36})\","
              + "\"publicKey\":\"([A-Za-z0-9+/=]+)\"}");
  private static final Pattern SEAL =
      Pattern.compile(
          "(?:checkpoint|end) \\{\"number\":(\\d+),\"hash\":\"([0-9a-f]{64})\",\"at\":\"([^\"]+)\","
              + "\"publicKey\":\"([A-Za-z0-9+/=]+)\",\"signature\":\"([A-Za-z0-9+/=]+)\"}");

  private TrailFile() {}

  /// What the first line says.
  record Head(UUID tenant, byte[] publicKey) {}

  static String head(UUID tenant, byte[] publicKey) {
    return "{\"format\":\"tillit-trail-1\",\"tenant\":\"%s\",\"publicKey\":\"%s\"}"
        .formatted(tenant, BASE64.encodeToString(publicKey));
  }

  static Head readHead(String line) {
    Matcher head = HEAD.matcher(line);
    if (!head.matches()) {
      throw new IllegalArgumentException("not an exported trail");
    }
    return new Head(UUID.fromString(head.group(1)), Base64.getDecoder().decode(head.group(2)));
  }

  static String seal(String word, Seal seal) {
    return "%s {\"number\":%d,\"hash\":\"%s\",\"at\":\"%s\",\"publicKey\":\"%s\",\"signature\":\"%s\"}"
        .formatted(
            word,
            seal.number(),
            HEX.formatHex(seal.hash()),
            seal.at(),
            BASE64.encodeToString(seal.publicKey()),
            BASE64.encodeToString(seal.signature()));
  }

  static Seal readSeal(UUID tenant, String line) {
    Matcher seal = SEAL.matcher(line);
    if (!seal.matches()) {
      throw new IllegalArgumentException("not a signature: " + line);
    }
    return new Seal(
        tenant,
        Long.parseLong(seal.group(1)),
        HEX.parseHex(seal.group(2)),
        Instant.parse(seal.group(3)),
        Base64.getDecoder().decode(seal.group(4)),
        Base64.getDecoder().decode(seal.group(5)));
  }

  /// Verifies each file and says what it found; the answer is whether all are whole.
  public static boolean verify(List<String> files, PrintStream out) {
    boolean whole = true;
    for (String file : files) {
      whole &= verify(Path.of(file), out);
    }
    return whole;
  }

  private static boolean verify(Path file, PrintStream out) {
    try (var stream = Files.newInputStream(file)) {
      long began = System.nanoTime();
      var verdict = new TrailReader(stream).read();
      double seconds = (System.nanoTime() - began) / 1e9;
      if (verdict.found() != null) {
        out.printf("%s: NOT WHOLE. %s%n", file, verdict.found().sentence());
        return false;
      }
      out.printf(
          "%s: whole. %d entries of tenant %s, %d signatures, %.1f s%n",
          file, verdict.entries(), verdict.tenant(), verdict.signatures(), seconds);
      for (String key : verdict.keys()) {
        out.println("  Signed by " + key + ": compare it with what the municipality gave you.");
      }
      return true;
    } catch (IOException | IllegalArgumentException e) {
      out.printf("%s: can't be read: %s%n", file, e.getMessage());
      return false;
    }
  }
}
