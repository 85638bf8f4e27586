package se.tillit.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/// Our own style sheets and scripts as one version, taken from what they hold: browsers keep them
/// until they change.
@Component
public class StaticFiles {

  private final String version = versionOf("css/*.css", "*.js");

  public String version() {
    return version;
  }

  private static String versionOf(String... patterns) {
    try {
      Map<String, byte[]> contents = new TreeMap<>();
      var resolver = new PathMatchingResourcePatternResolver();
      for (String pattern : patterns) {
        for (Resource file : resolver.getResources("classpath:/static/" + pattern)) {
          contents.put(String.valueOf(file.getFilename()), file.getContentAsByteArray());
        }
      }
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      contents.forEach((name, content) -> {
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update(content);
      });
      return HexFormat.of().formatHex(digest.digest(), 0, 6);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
