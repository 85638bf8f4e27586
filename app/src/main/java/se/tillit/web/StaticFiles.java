package se.tillit.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.springframework.stereotype.Component;

/// Our own style sheets and scripts as one version, taken from what they hold: browsers keep them until they change.
@Component
public class StaticFiles {

  private static final List<String> OWN =
      List.of(
          "css/tokens.css",
          "css/layout.css",
          "css/components.css",
          "css/forms.css",
          "css/print.css",
          "tillit.js");

  private final String version = versionOf(OWN);

  public String version() {
    return version;
  }

  private static String versionOf(List<String> files) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String file : files) {
        try (InputStream stream = StaticFiles.class.getResourceAsStream("/static/" + file)) {
          if (stream == null) {
            throw new IllegalStateException("Missing " + file);
          }
          digest.update(stream.readAllBytes());
        }
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 6);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
