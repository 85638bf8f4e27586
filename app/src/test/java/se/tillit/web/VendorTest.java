package se.tillit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What others wrote and we ship is what `vendor.json` says, byte for byte, and each page asks for
/// it by that version.
class VendorTest {

  private static final Path VENDOR = Path.of("src/main/resources/static/vendor");
  private static final Pattern ENTRY =
      Pattern.compile("\"file\": \"([^\"]+)\", \"sha512\": \"([0-9a-f]{128})\"");
  private static final Pattern ASKED = Pattern.compile("/vendor/([^\"')]+)");

  @Test
  void shipsExactlyTheFilesItNamesWithTheirHashes() throws Exception {
    assertThat(shipped()).isEqualTo(named());
  }

  @Test
  void pagesAskOnlyForFilesThatAreShipped() throws IOException {
    assertThat(asked("src/main/jte/web/head.jte", "src/main/resources/static/css/tokens.css"))
        .isNotEmpty()
        .isSubsetOf(named().keySet());
  }

  private static Map<String, String> named() throws IOException {
    Map<String, String> named = new TreeMap<>();
    var entry = ENTRY.matcher(Files.readString(VENDOR.resolve("vendor.json")));
    while (entry.find()) {
      named.put(entry.group(1), entry.group(2));
    }
    return named;
  }

  private static Map<String, String> shipped() throws Exception {
    Map<String, String> shipped = new TreeMap<>();
    try (Stream<Path> files = Files.walk(VENDOR)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = VENDOR.relativize(file).toString();
        if (!name.equals("vendor.json")) {
          byte[] digest = MessageDigest.getInstance("SHA-512").digest(Files.readAllBytes(file));
          shipped.put(name, HexFormat.of().formatHex(digest));
        }
      }
    }
    return shipped;
  }

  private static Iterable<String> asked(String... files) throws IOException {
    var asked = new java.util.TreeSet<String>();
    for (String file : files) {
      ASKED
          .matcher(Files.readString(Path.of(file)))
          .results()
          .forEach(found -> asked.add(found.group(1)));
    }
    return asked;
  }
}
